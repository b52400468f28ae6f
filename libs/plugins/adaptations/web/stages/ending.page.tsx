/** Saying, or correcting, how it ended: afterwards, when more is known, or where it was left out. */
import { Link, useNavigate } from 'react-router';
import { HubForm, NotFound, Page, useDraft, useMutationForm } from '@hub/core/web';
import { Button, ButtonGroup, WhoSees } from '@hub/ui';
import { inputProblem } from '../changes/change-input';
import { EditorsOnly } from '../record/editors-only';
import { useRecord, type ShownAdaptation } from '../record/record';
import { RecordEndingDocument } from '../record/record.generated';
import { savedNow } from '../record/saved';
import { EndingFields } from './ending-fields';
import { endingInput, endingProblems, startingEnding } from './ending-writing';
import { MovedMeanwhile } from './moved-meanwhile';

export default function EndingPage() {
  const { adaptation, path, refetch } = useRecord();
  if (!adaptation) return <NotFound />;
  const { site, stage, viewerCanEdit } = adaptation;
  if (!viewerCanEdit) return <EditorsOnly site={site.name} path={path} />;
  const back = { to: path, label: 'The record' };
  if (stage !== 'STOPPED' && stage !== 'DECLINED') {
    return (
      <Page title="It has not ended" back={back}>
        <p>
          <Link to={`${path}/stage`}>Move it to another stage</Link> to record that you stopped or decided against it.
        </p>
      </Page>
    );
  }
  return (
    <Page title="How it ended" caption={adaptation.sourceIntervention.title} back={back}>
      <EndingForm {...{ adaptation, path, refetch }} />
    </Page>
  );
}

interface EndingFormProps {
  readonly adaptation: ShownAdaptation;
  readonly path: string;
  readonly refetch: () => void;
}

function EndingForm({ adaptation, path, refetch }: EndingFormProps) {
  const { id, stage, site, ending, revision, whoCanSee } = adaptation;
  const navigate = useNavigate();
  const draft = useDraft(`ending:${id}`, startingEnding(ending));
  const form = useMutationForm(RecordEndingDocument, {
    onDone: () => {
      draft.clear();
      void navigate(path, { state: savedNow() });
    },
  });
  const submit = () => {
    const problems = endingProblems(draft.value);
    const written = endingInput(draft.value);
    if (problems.length > 0 || !written) return form.setProblem(inputProblem(problems));
    void form.submit({ adaptation: id, ending: written, expectedRevision: revision });
  };
  return (
    <>
      {form.conflict && <MovedMeanwhile onLook={() => (refetch(), form.setProblem(null))} />}
      <HubForm form={form} onSubmit={submit}>
        <EndingFields {...{ stage, site }} adaptation={id} value={draft.value} onChange={draft.change} />
        <WhoSees label="Who will see this" who={whoCanSee} />
        <ButtonGroup>
          <Button>Save</Button>
          <Link to={path}>Go back without saving</Link>
        </ButtonGroup>
      </HubForm>
    </>
  );
}
