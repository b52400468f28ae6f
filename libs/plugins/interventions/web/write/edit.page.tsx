/** A draft as a list of tasks: what it is, what publishing needs, what may follow, and sharing it. */
import { useParams } from 'react-router';
import { EntityCards, NotFound, Page, useLinkTo, WhoWillSee } from '@hub/core/web';
import { sectionItems, type SectionItem } from '@hub/plugins/interventions/contract';
import { TaskList, type Task, type TaskStatus } from '@hub/ui';
import { descriptionPages } from './description-pages';
import { aboutPart, factsPart } from './parts';
import { bodyOf, isChangedSince, missingSections, nextNumber, unexplainedComponents } from './publish-check';
import { SavedNote } from './saved';
import { WritingBanner } from './writing-banner';
import { untilPublished } from './until-published';
import { useEditableDraft, type EditableDraft } from './writing-query';

export default function EditPage() {
  const { name = '' } = useParams();
  const { draft } = useEditableDraft(name);
  const linkTo = useLinkTo();
  if (!draft) return <NotFound />;
  const groups = taskGroups(draft, (more) => linkTo(draft.id, more));
  return (
    <Page
      title={draft.title}
      caption={draft.currentVersion ? `Version ${nextNumber(draft)}, not published yet` : 'Draft, not published'}
      back={{ to: linkTo(draft.id), label: 'See it as others would' }}
      facts={<SavedNote />}
    >
      <WritingBanner draft={draft} />
      <p>{progressWords(draft)}</p>
      <WhoWillSee label={untilPublished} thing={{ visibility: 'DRAFT', site: draft.site.id }} />
      {groups.map(({ heading, tasks }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <TaskList tasks={tasks} />
        </section>
      ))}
      <EntityCards reference={draft.id} place="writing" />
    </Page>
  );
}

function progressWords(draft: EditableDraft): string {
  const missing = missingSections(draft.draft).length;
  if (missing === 0 && unexplainedComponents(draft.nextVersion).length > 0)
    return 'Say why each component is core, or why it can be adapted, before you publish.';
  if (missing === 0) return 'All the sections that publishing needs have text.';
  return `${missing} ${missing === 1 ? 'section is' : 'sections are'} needed before you can publish.`;
}

function taskGroups(draft: EditableDraft, address: (more: string) => string) {
  const task = ({ key, heading, prompt }: SectionItem): Task => ({
    name: heading,
    hint: prompt,
    to: address(`/edit/${key}`),
    status: bodyOf(draft.draft, key) === '' ? 'not-started' : 'completed',
  });
  const tasksOf = (isIn: (item: SectionItem) => boolean) => sectionItems.filter(isIn).map(task);
  const isPublished = draft.currentVersion !== null && !isChangedSince(draft);
  return [
    {
      heading: 'What it is',
      tasks: [
        {
          name: 'Title, summary, care models and who can see it',
          to: address(`/edit/${aboutPart}`),
          status: 'completed' as const,
        },
        ...descriptionPages.map(({ key, heading, prompt, words }) => ({
          ...{ name: heading, hint: prompt, to: address(`/edit/${key}`) },
          status: describedStatus(draft, key, words(draft.nextVersion)),
        })),
        {
          ...{ name: 'Tags, dates and whom to ask', to: address(`/edit/${factsPart}`) },
          status: draft.contacts.length > 0 && draft.reviewOn ? ('completed' as const) : ('not-started' as const),
        },
      ],
    },
    { heading: 'Needed to publish', tasks: tasksOf((item) => item.requiredToPublish) },
    { heading: 'Can follow later', tasks: tasksOf((item) => !item.requiredToPublish && item.stage === 'before') },
    { heading: 'Once it has run', tasks: tasksOf((item) => item.stage === 'after') },
    {
      heading: 'Share it',
      tasks: [
        {
          name: `Check and publish version ${nextNumber(draft)}`,
          to: address('/publish'),
          status: isPublished ? ('completed' as const) : ('not-started' as const),
          ...(isPublished ? { hint: 'The text is that of the last version' } : {}),
        },
      ],
    },
  ];
}

function describedStatus({ nextVersion }: EditableDraft, key: string, words: string): TaskStatus {
  if (words === '') return 'not-started';
  return key === 'components' && unexplainedComponents(nextVersion).length > 0 ? 'details-to-add' : 'completed';
}
