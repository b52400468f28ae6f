/** What a draft is: its title, summary, care models, how far it got and who can see it. */
import { useNavigate } from 'react-router';
import {
  careModelName,
  Page,
  SavedByItself,
  SharedForm,
  useAudienceChoices,
  useLinkTo,
  usePageQuery,
  useSharedEdit,
} from '@hub/core/web';
import type { Visibility } from '@hub/graphql';
import { interventionNow } from '@hub/plugins/interventions/contract';
import { Button, maturityWords, WhoSees } from '@hub/ui';
import { aboutProblem, joinedAbout } from './about-check';
import { AboutFields, type About } from './about-fields';
import { savedNow } from './saved';
import {
  InterventionWritingChoicesDocument,
  UpdateInterventionDocument,
  type WritingDraftFragment,
} from './write.generated';
import { WritingBanner } from './writing-banner';
import type { EditableDraft } from './writing-query';

interface EditAboutProps {
  readonly draft: EditableDraft;
  readonly onRefetch: () => void;
}

/** It saves itself until it is published: from then on what is changed here shows at once. */
export function EditAbout({ draft, onRefetch }: EditAboutProps) {
  const linkTo = useLinkTo();
  const navigate = useNavigate();
  const edit = useSharedEdit({
    key: `about:${draft.id}`,
    onHub: aboutOnHub(draft),
    document: UpdateInterventionDocument,
    input: (value: About, expectedRevision) => ({ id: draft.id, expectedRevision, ...value }),
    hubAfter: ({ updateIntervention: { intervention } }) => aboutOnHub(intervention),
    valueIn: aboutIn,
    problemWith: aboutProblem,
    savesItself: draft.currentVersion === null,
    onSaved: () => void navigate(linkTo(draft.id, '/edit'), { state: savedNow() }),
  });
  const texts = useAboutTexts(draft.site.id);
  return (
    <Page
      title="What it is"
      caption={draft.title}
      back={{ to: linkTo(draft.id, '/edit'), label: draft.title }}
      facts={<SavedByItself edit={edit} />}
    >
      <WritingBanner draft={draft} />
      {draft.currentVersion && <p>What you change here shows at once. Sections wait for the next version.</p>}
      <SharedForm edit={edit} button="list" texts={texts} join={joinedAbout} onKeptTheirs={onRefetch}>
        <AboutFields value={edit.value} onChange={edit.change} shownBy={draft.currentVersion ? null : draft.site.id} />
        <WhoSees who={draft.whoCanSee} />
        <Button>Save</Button>
      </SharedForm>
    </Page>
  );
}

function aboutOnHub({ title, summary, modelTypes, maturity, ...draft }: WritingDraftFragment) {
  const models = modelTypes.map(({ code }) => code);
  const value: About = { title, summary, modelTypes: models, maturity, visibility: draft.intendedVisibility };
  return { value, revision: draft.revision };
}

function aboutIn(current: object): About {
  const { title, summary, modelTypes, maturity, visibility } = interventionNow(current);
  return { title, summary, modelTypes: [...modelTypes], maturity, visibility: visibility as Visibility };
}

function useAboutTexts(site: string) {
  const { data } = usePageQuery(InterventionWritingChoicesDocument);
  const audiences = useAudienceChoices(site);
  const models = ({ modelTypes }: About) => data.modelTypes.filter(({ code }) => modelTypes.includes(code));
  return [
    { heading: 'Title', words: ({ title }: About) => title },
    { heading: 'Summary', words: ({ summary }: About) => summary },
    { heading: 'Care models', words: (about: About) => models(about).map(careModelName).join('\n') },
    { heading: 'How far it got', words: ({ maturity }: About) => maturityWords(maturity) },
    {
      heading: 'Who can see it once it is published',
      words: ({ visibility }: About) => audiences.find(({ value }) => value === visibility)?.label ?? '',
    },
  ];
}
