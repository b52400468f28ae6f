/** Which named parts of the source version a change is about: kept, changed or left out. */
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { HubForm, NotFound, Page, useMutationForm } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, ButtonGroup, Radios, TextArea, WhoSees } from '@hub/ui';
import { rowName } from '../address';
import { EditorsOnly } from '../record/editors-only';
import { useRecord, type ShownAdaptation, type ShownChange } from '../record/record';
import { RecordModificationDocument } from '../record/record.generated';
import { savedNow } from '../record/saved';
import { changeInput, inputProblem } from './change-input';
import { leavesOutCore, partsInput, startingParts } from './parts-writing';
import { ToldOfIt } from './told-of-it';

export default function PartsPage() {
  const { adaptation, path } = useRecord();
  const { change: name = '' } = useParams();
  const change = adaptation?.modifications.find((each) => rowName('modification', each.id) === name);
  if (!adaptation || !change) return <NotFound />;
  if (!adaptation.viewerCanEdit) return <EditorsOnly site={adaptation.site.name} path={path} />;
  const here = `${path}/changes/${name}`;
  return (
    <Page title="Which parts of it did you change?" caption={change.what} back={{ to: here, label: 'This change' }}>
      <PartsForm key={change.id} {...{ adaptation, change, here }} />
    </Page>
  );
}

const answers = [
  { value: 'kept', label: 'Kept as it is' },
  { value: 'changed', label: 'Changed' },
  { value: 'left-out', label: 'Left out' },
] as const;

interface PartsFormProps {
  readonly adaptation: ShownAdaptation;
  readonly change: ShownChange;
  readonly here: string;
}

function PartsForm({ adaptation, change, here }: PartsFormProps) {
  const { source, sourceIntervention, whoCanSee } = adaptation;
  const navigate = useNavigate();
  const [writing, setWriting] = useState(() => startingParts(change));
  const form = useMutationForm(RecordModificationDocument, {
    onDone: () => void navigate(here, { state: savedNow() }),
  });
  const asksWhy = leavesOutCore(writing, source.components);
  const submit = () => {
    if (asksWhy && !writing.coreReason.trim()) {
      return form.setProblem(inputProblem([{ path: 'coreReason', message: 'Say why you left out something core' }]));
    }
    const { codes, ...tied } = partsInput(writing, source.components, change.codes);
    void form.submit({ ...changeInput(adaptation.id, change, { codes }), ...tied });
  };
  return (
    <HubForm form={form} onSubmit={submit}>
      {source.components.map(({ key, name, core, reason }) => (
        <Radios
          key={key}
          name={`part-${key}`}
          label={core ? `${name} (core)` : name}
          hint={core && reason ? `${sourceIntervention.site.name} says: ${reason}` : undefined}
          small
          choices={answers}
          value={writing.answers[key] ?? 'kept'}
          onChange={(answer) => setWriting((last) => ({ ...last, answers: { ...last.answers, [key]: answer } }))}
        />
      ))}
      {asksWhy && (
        <>
          <ToldOfIt adaptation={adaptation} />
          <TextArea
            name="coreReason"
            label="Why did you leave out something core?"
            labelSize="s"
            rows={3}
            limit={textLimits['RecordModificationInput.coreReason']}
            value={writing.coreReason}
            onChange={(coreReason) => setWriting((last) => ({ ...last, coreReason }))}
          />
        </>
      )}
      <WhoSees label="Who will see this" who={whoCanSee} />
      <ButtonGroup>
        <Button>Save</Button>
        <Link to={here}>Leave it for later</Link>
      </ButtonGroup>
    </HubForm>
  );
}
