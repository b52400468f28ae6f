/** One thing that a site found out: its kind's own questions, a judgement, a date and figures. */
import { HubForm, PartBoundary, useDraft, useMutationForm } from '@hub/core/web';
import { textLimits, type SuitabilityKind } from '@hub/graphql';
import { Button, ButtonGroup, Radios, Select, TextArea, TextField, WhoSees } from '@hub/ui';
import { Link } from 'react-router';
import type { ShownFinding } from '../record/record';
import { RecordSuitabilityDocument } from '../record/record.generated';
import { findingKindOrder, findingKinds, findingTask } from '../words';
import { BothPlaces } from './both-places';
import { DayField } from './day-field';
import { FiguresField } from './figures-field';
import { findingInput, startingFinding, writingProblem } from './finding-writing';
import { promptsFor } from './prompts';

interface FindingFormProps {
  readonly adaptation: string;
  /** Who can see the record, and so what is written here. */
  readonly whoCanSee: string;
  readonly careModels: readonly string[];
  readonly kind: SuitabilityKind;
  /** The entry to correct; null for a new one. */
  readonly entry: ShownFinding | null;
  readonly cancelTo: string;
  readonly onSaved: () => void;
}

const judgements = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unsure', label: 'Not sure yet' },
] as const;

/** What is typed stays in the tab until it is saved. */
export function FindingForm({ adaptation, whoCanSee, careModels, kind, entry, cancelTo, onSaved }: FindingFormProps) {
  const draft = useDraft(`finding:${adaptation}:${entry?.id ?? kind}`, startingFinding(kind, entry));
  const form = useMutationForm(RecordSuitabilityDocument, {
    onDone: () => {
      draft.clear();
      onSaved();
    },
  });
  const { value, change } = draft;
  const words = findingKinds[value.kind];
  const submit = () => {
    const problem = writingProblem(value);
    if (problem) return form.setProblem(problem);
    void form.submit(findingInput(adaptation, entry?.id ?? null, value));
  };
  const startWith = (text: string) =>
    change({ finding: value.finding.trim() ? `${value.finding.trim()}\n\n${text}` : text });
  return (
    <>
      {value.kind === 'CONTEXT_COMPARISON' && (
        <PartBoundary what="the comparison of the two sites">
          <BothPlaces adaptation={adaptation} onUse={startWith} />
        </PartBoundary>
      )}
      <HubForm form={form} onSubmit={submit}>
        <p className="nhsuk-hint nhsuk-u-margin-bottom-1">Worth asking:</p>
        <ul className="nhsuk-hint hub-prompts">
          {promptsFor(value.kind).map((prompt) => (
            <li key={prompt}>{prompt}</li>
          ))}
        </ul>
        {entry && (
          <Select
            name="kind"
            label="How you found out"
            choices={findingKindOrder.map((each) => ({ value: each, label: findingTask(each, careModels) }))}
            value={value.kind}
            onChange={(chosen) => change({ kind: chosen })}
          />
        )}
        <TextField
          name="title"
          label={words.titleLabel}
          labelSize="s"
          hint={words.titleHint}
          limit={textLimits['RecordSuitabilityInput.title']}
          value={value.title}
          onChange={(title) => change({ title })}
        />
        <TextArea
          name="finding"
          label={words.findingLabel}
          labelSize="s"
          hint="Do not include details of patients. A few lines are enough"
          rows={6}
          limit={textLimits['RecordSuitabilityInput.finding']}
          value={value.finding}
          onChange={(finding) => change({ finding })}
        />
        <Radios
          name="supports"
          label="Does it speak for using it here?"
          choices={judgements}
          value={value.supports}
          onChange={(supports) => change({ supports })}
        />
        <DayField
          name="happenedOn"
          label="When was it?"
          hint="For example, 8 6 2016. Leave it empty if there was no one day"
          value={value.day}
          onChange={(day) => change({ day })}
        />
        <FiguresField rows={value.figures} onChange={(figures) => change({ figures })} />
        <WhoSees label="Who will see this" who={whoCanSee} />
        <ButtonGroup>
          <Button>Save</Button>
          <Link to={cancelTo}>Go back without saving</Link>
        </ButtonGroup>
      </HubForm>
    </>
  );
}
