/** The boxes of each part of a description. */
import { textLimits } from '@hub/graphql';
import { populationSegments } from '@hub/plugins/sites/contract';
import { Checkboxes, FiguresField, Radios, TextArea, TextField } from '@hub/ui';
import { needHeadings } from '../described';
import { emptyComponent, type ComponentRow, type NeedRow, type RiskRow } from './description-parts';
import { RowsField } from './rows-field';

interface FieldsProps<Value> {
  readonly value: Value;
  readonly onChange: (fields: Partial<Value>) => void;
}

export function ProblemFields({ value, onChange }: FieldsProps<{ readonly problem: string }>) {
  return (
    <TextArea
      name="description.problem"
      label="The problem"
      rows={6}
      limit={textLimits['DescriptionInput.problem']}
      value={value.problem}
      onChange={(problem) => onChange({ problem })}
    />
  );
}

export function PopulationFields({
  value,
  onChange,
}: FieldsProps<{ readonly population: string; readonly segments: readonly string[] }>) {
  return (
    <>
      <TextArea
        name="description.population"
        label="In your words"
        rows={3}
        limit={textLimits['DescriptionInput.population']}
        value={value.population}
        onChange={(population) => onChange({ population })}
      />
      <Checkboxes
        name="description.segments"
        label="Which of these groups are they in?"
        hint="So that others who care for the same people find it"
        choices={populationSegments.map(({ slug, name }) => ({ value: slug, label: name }))}
        values={value.segments}
        onChange={(segments) => onChange({ segments })}
      />
    </>
  );
}

const coreChoices = [
  { value: 'core', label: 'Core: without it, it is another thing' },
  { value: 'adaptable', label: 'It can be adapted' },
] as const;

export function ComponentsFields({ value, onChange }: FieldsProps<{ readonly components: readonly ComponentRow[] }>) {
  return (
    <RowsField
      rows={value.components}
      onChange={(components) => onChange({ components })}
      empty={emptyComponent}
      what="component"
      most={30}
    >
      {(row, at, change) => (
        <>
          <TextField
            name={`components.${at}.name`}
            label="Its name"
            limit={textLimits['ComponentInput.name']}
            value={row.name}
            onChange={(name) => change({ name })}
          />
          <TextArea
            name={`components.${at}.description`}
            label="What it is, if the name does not say it"
            rows={2}
            limit={textLimits['ComponentInput.description']}
            value={row.description}
            onChange={(description) => change({ description })}
          />
          <Radios
            name={`components.${at}.core`}
            label="Is it core?"
            choices={coreChoices}
            value={row.core}
            onChange={(core) => change({ core })}
          />
          <TextArea
            name={`components.${at}.reason`}
            label="Why do you say so?"
            hint="Whoever adapts it reads this first. It is needed before you publish"
            rows={2}
            limit={textLimits['ComponentInput.reason']}
            value={row.reason}
            onChange={(reason) => change({ reason })}
          />
        </>
      )}
    </RowsField>
  );
}

export function NeedsFields({ value, onChange }: FieldsProps<{ readonly needs: readonly NeedRow[] }>) {
  const change = (at: number, fields: Partial<NeedRow>) =>
    onChange({ needs: value.needs.map((need, index) => (index === at ? { ...need, ...fields } : need)) });
  return value.needs.map((need, at) => (
    <div key={need.kind}>
      <TextArea
        name={`needs.${at}.text`}
        label={needHeadings[need.kind]}
        labelSize="m"
        rows={3}
        limit={textLimits['NeedInput.text']}
        value={need.text}
        onChange={(text) => change(at, { text })}
      />
      <FiguresField
        name={`needs.${at}.figures`}
        legend={`Figures of ${needHeadings[need.kind].toLowerCase()}, if you have any`}
        most={20}
        limits={{ label: textLimits['FigureInput.label'], unit: textLimits['FigureInput.unit'] }}
        rows={need.figures}
        onChange={(figures) => change(at, { figures })}
      />
    </div>
  ));
}

export function RisksFields({ value, onChange }: FieldsProps<{ readonly risks: readonly RiskRow[] }>) {
  return (
    <RowsField
      rows={value.risks}
      onChange={(risks) => onChange({ risks })}
      empty={() => ({ risk: '', response: '' })}
      what="risk"
      most={20}
    >
      {(row, at, change) => (
        <>
          <TextArea
            name={`risks.${at}.risk`}
            label="What could go wrong?"
            rows={2}
            limit={textLimits['RiskInput.risk']}
            value={row.risk}
            onChange={(risk) => change({ risk })}
          />
          <TextArea
            name={`risks.${at}.response`}
            label="What was done about it?"
            rows={2}
            limit={textLimits['RiskInput.response']}
            value={row.response}
            onChange={(response) => change({ response })}
          />
        </>
      )}
    </RowsField>
  );
}

export function OutcomesFields({ value, onChange }: FieldsProps<{ readonly outcomes: string }>) {
  return (
    <TextArea
      name="outcomes"
      label="What is measured"
      rows={6}
      value={value.outcomes}
      onChange={(outcomes) => onChange({ outcomes })}
    />
  );
}
