/** One thing that a site found out: its kind's own questions, a judgement, a date and figures. */
import { useState } from 'react';
import { HubForm, useDraft, useMutationForm } from '@hub/core/web';
import { textLimits, type SuitabilityKind } from '@hub/graphql';
import { Button, ButtonGroup, DayField, FiguresField, Radios, Select, TextArea, TextField, WhoSees } from '@hub/ui';
import { Link } from 'react-router';
import type { ShownFinding } from '../record/record';
import { RecordSuitabilityDocument } from '../record/record.generated';
import { findingKindOrder, findingKinds, findingTask } from '../words';
import { Comparison, MattersField } from './comparison-field';
import { findingInput, questionsFor, startingFinding, writingProblem } from './finding-writing';
import { promptsFor } from './prompts';
import { StatementsField } from './statements-field';

interface FindingFormProps {
  readonly adaptation: string;
  /** The source's site and the adapting one, by name. */
  readonly sites: { readonly there: string; readonly here: string };
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
export function FindingForm({
  adaptation,
  sites,
  whoCanSee,
  careModels,
  kind,
  entry,
  cancelTo,
  onSaved,
}: FindingFormProps) {
  const draft = useDraft(`finding:${adaptation}:${entry?.id ?? kind}`, startingFinding(kind, entry));
  const form = useMutationForm(RecordSuitabilityDocument, {
    onDone: () => {
      draft.clear();
      onSaved();
    },
  });
  const { value, change } = draft;
  const kept = entry?.kind === 'CONTEXT_COMPARISON' ? entry.compared : null;
  const [differing, setDiffering] = useState<readonly string[]>(kept?.map(({ name }) => name) ?? []);
  const words = findingKinds[value.kind];
  const asks = questionsFor(value, entry !== null);
  const submit = () => {
    const problem = writingProblem(value);
    if (problem) return form.setProblem(problem);
    void form.submit(findingInput(adaptation, entry?.id ?? null, value, differing));
  };
  const startWith = (text: string) =>
    change({ finding: value.finding.trim() ? `${value.finding.trim()}\n\n${text}` : text });
  return (
    <>
      {value.kind === 'CONTEXT_COMPARISON' && (
        <Comparison {...{ adaptation, sites, kept }} onCompared={setDiffering} onUse={startWith} />
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
        {asks.title && (
          <TextField
            name="title"
            label={words.titleLabel}
            labelSize="s"
            hint={words.titleHint}
            limit={textLimits['RecordSuitabilityInput.title']}
            value={value.title}
            onChange={(title) => change({ title })}
          />
        )}
        {value.kind === 'CONTEXT_COMPARISON' && (
          <MattersField names={differing} values={value.matters} onChange={(matters) => change({ matters })} />
        )}
        {value.kind === 'PATIENT_VOICE' && (
          <StatementsField statements={value.statements} onChange={(statements) => change({ statements })} />
        )}
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
        {asks.day && (
          <DayField
            name="happenedOn"
            label="When was it?"
            hint="For example, 8 6 2016. Leave it empty if there was no one day"
            value={value.day}
            onChange={(day) => change({ day })}
          />
        )}
        {asks.figures && (
          <FiguresField
            rows={value.figures}
            onChange={(figures) => change({ figures })}
            limits={{ label: textLimits['FigureInput.label'], unit: textLimits['FigureInput.unit'] }}
          />
        )}
        <WhoSees label="Who will see this" who={whoCanSee} />
        <ButtonGroup>
          <Button>Save</Button>
          <Link to={cancelTo}>Go back without saving</Link>
        </ButtonGroup>
      </HubForm>
    </>
  );
}
