/** Record a change: two boxes, saved within a minute. Everything else can follow. `?without=` names a core part that was left out. */
import { Link, useNavigate, useSearchParams } from 'react-router';
import { HubForm, NotFound, Page, useDraft, useMutationForm } from '@hub/core/web';
import { Button, ButtonGroup, WhoSees } from '@hub/ui';
import { rowName } from '../address';
import { EditorsOnly } from '../record/editors-only';
import { useRecord } from '../record/record';
import { partsInput } from './parts-writing';
import { ToldOfIt } from './told-of-it';
import { RecordModificationDocument } from '../record/record.generated';
import { savedNow } from '../record/saved';
import { ChangeWords, wordProblems } from './change-words';
import { inputProblem, newestChange } from './change-input';

export default function NewChangePage() {
  const { adaptation, id, path, tasks } = useRecord();
  const navigate = useNavigate();
  const without = useSearchParams()[0].get('without');
  const leftOut = adaptation?.source.components.find(({ key, core }) => core && key === without);
  const draft = useDraft(`change:${id}:new${leftOut ? `:${leftOut.key}` : ''}`, {
    what: leftOut ? `Left out: ${leftOut.name}` : '',
    why: '',
  });
  const before = adaptation?.modifications ?? [];
  const form = useMutationForm(RecordModificationDocument, {
    onDone: ({ recordModification }) => {
      draft.clear();
      const added = newestChange(before, recordModification.adaptation.modifications);
      void navigate(added ? `${path}/changes/${rowName('modification', added.id)}` : tasks, { state: savedNow() });
    },
  });
  if (!adaptation) return <NotFound />;
  if (!adaptation.viewerCanEdit) return <EditorsOnly site={adaptation.site.name} path={path} />;
  const submit = () => {
    const problems = wordProblems(draft.value);
    if (problems.length > 0) return form.setProblem(inputProblem(problems));
    const { what, why } = draft.value;
    const answers = leftOut ? { [leftOut.key]: 'left-out' as const } : {};
    const parts = partsInput({ answers, coreReason: why }, adaptation.source.components, []);
    void form.submit({ adaptation: id, what: what.trim(), why: why.trim(), ...parts });
  };
  return (
    <Page
      title="Record a change"
      caption={adaptation.sourceIntervention.title}
      back={{ to: tasks, label: `Adapt for ${adaptation.site.name}` }}
    >
      {leftOut && <ToldOfIt adaptation={adaptation} component={leftOut} />}
      <HubForm form={form} onSubmit={submit}>
        <ChangeWords value={draft.value} onChange={draft.change} />
        <WhoSees label="Who will see this" who={adaptation.whoCanSee} />
        <ButtonGroup>
          <Button>Save this change</Button>
          <Link to={tasks}>Go back without saving</Link>
        </ButtonGroup>
      </HubForm>
    </Page>
  );
}
