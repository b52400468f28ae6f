/** What a draft is: its title, summary, care models, how far it got and who can see it. */
import { useNavigate } from 'react-router';
import { HubForm, Page, useDraft, useLinkTo, useMutationForm } from '@hub/core/web';
import { Button, ConflictCompare, Meta, WhoSees } from '@hub/ui';
import { aboutProblem } from './about-check';
import { AboutFields, type About } from './about-fields';
import { SavedNote, savedNow } from './saved';
import { currentIn } from './stale-section';
import { UpdateInterventionDocument } from './write.generated';
import type { EditableDraft } from './writing-query';

interface EditAboutProps {
  readonly draft: EditableDraft;
  readonly onRefetch: () => void;
}

export function EditAbout({ draft, onRefetch }: EditAboutProps) {
  const linkTo = useLinkTo();
  const navigate = useNavigate();
  const onHub: About = {
    title: draft.title,
    summary: draft.summary,
    modelTypes: draft.modelTypes.map(({ code }) => code),
    maturity: draft.maturity,
    visibility: draft.intendedVisibility,
  };
  const typed = useDraft<{ fields: Partial<About>; revision: number | null }>(`about:${draft.id}`, nothingTyped);
  const value = { ...onHub, ...typed.value.fields };
  const revision = typed.value.revision ?? draft.revision;
  const write = (fields: Partial<About>) => typed.change({ fields: { ...typed.value.fields, ...fields }, revision });

  const form = useMutationForm(UpdateInterventionDocument, {
    onDone: () => {
      typed.clear();
      navigate(linkTo(draft.id, '/edit'), { state: savedNow() });
    },
  });
  const save = (fields: About, expectedRevision: number) => {
    const problem = aboutProblem(fields);
    if (problem) form.setProblem(problem);
    else void form.submit({ id: draft.id, expectedRevision, ...fields });
  };
  const current = form.conflict && currentIn(form.conflict.extensions);
  const keepTheirs = () => {
    typed.clear();
    form.setProblem(null);
    onRefetch();
  };

  return (
    <Page
      title="What it is"
      caption={draft.title}
      back={{ to: linkTo(draft.id, '/edit'), label: draft.title }}
      facts={<SavedNote />}
    >
      {draft.currentVersion && <p>What you change here shows at once. Sections wait for the next version.</p>}
      {typed.wasRestored && <Meta>What you wrote before is back. It is not saved yet.</Meta>}
      {current ? (
        <ConflictCompare
          texts={[
            { name: 'title', heading: 'Title', mine: value.title, theirs: current.title },
            { name: 'summary', heading: 'Summary', mine: value.summary, theirs: current.summary },
          ]}
          onChoose={(choice, texts) =>
            choice === 'theirs' ? keepTheirs() : save({ ...value, ...texts }, current.revision)
          }
        />
      ) : (
        <HubForm form={form} onSubmit={() => save(value, revision)}>
          <AboutFields value={value} onChange={write} shownBy={draft.currentVersion ? null : draft.site.id} />
          <WhoSees who={draft.whoCanSee} />
          <Button>Save</Button>
        </HubForm>
      )}
    </Page>
  );
}

const nothingTyped = { fields: {}, revision: null };
