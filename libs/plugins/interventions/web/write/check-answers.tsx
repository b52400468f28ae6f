/** All that was written, as a summary list with links to change it. It also prints, for a meeting. */
import { useLinkTo } from '@hub/core/web';
import { sectionItems, type SectionItem } from '@hub/plugins/interventions/contract';
import { Markdown, SummaryList, fieldId, maturityWords, type Fact } from '@hub/ui';
import { descriptionPages } from './description-pages';
import { aboutPart } from './parts';
import { bodyOf } from './publish-check';
import type { EditableDraft } from './writing-query';

export function CheckAnswers({ draft }: { readonly draft: EditableDraft }) {
  const linkTo = useLinkTo();
  const about = { to: linkTo(draft.id, `/edit/${aboutPart}`) };
  const facts: Fact[] = [
    { name: 'Title', value: draft.title, change: about },
    { name: 'Summary', value: draft.summary, change: about },
    { name: 'Care models', value: draft.modelTypes.map(({ code }) => code).join(', '), change: about },
    { name: 'How far it got', value: maturityWords(draft.maturity), change: about },
    ...descriptionPages.map(({ key, heading, words }): Fact => {
      const body = words(draft.nextVersion);
      return {
        name: heading,
        value: body ? <p className="hub-plain-text">{body}</p> : <span className="hub-quiet">Not written</span>,
        change: { to: linkTo(draft.id, `/edit/${key}`), words: body ? 'Change' : 'Write' },
      };
    }),
    ...sectionItems.map((item): Fact => {
      const body = bodyOf(draft.draft, item.key);
      return {
        name: item.heading,
        value: body ? <Markdown text={body} /> : <NotWritten item={item} />,
        change: { to: linkTo(draft.id, `/edit/${item.key}`), words: body ? 'Change' : 'Write' },
      };
    }),
  ];
  return <SummaryList facts={facts} />;
}

/** The place that a refusal about this section points to. */
function NotWritten({ item }: { readonly item: SectionItem }) {
  const words = item.requiredToPublish ? 'Needed before you can publish' : 'Not written';
  return (
    <span className="hub-quiet" id={fieldId(`sections.${item.key}`)} tabIndex={-1}>
      {words}
    </span>
  );
}
