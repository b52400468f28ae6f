/** What an intervention is: the fields before its sections, for a new one and for one that is there. */
import { careModelName, useAudienceChoices, usePageQuery } from '@hub/core/web';
import { textLimits, type Maturity, type Visibility } from '@hub/graphql';
import { maturities } from '@hub/plugins/interventions/contract';
import { Checkboxes, Radios, TextArea, TextField, maturityWords } from '@hub/ui';
import { InterventionWritingChoicesDocument } from './write.generated';

export interface About {
  readonly title: string;
  readonly summary: string;
  readonly modelTypes: string[];
  readonly maturity: Maturity;
  readonly visibility: Visibility;
}

interface AboutFieldsProps {
  readonly value: About;
  readonly onChange: (fields: Partial<About>) => void;
  /** The site that will show it to others, while that is still to be asked: of a published one it is changed on its own page. */
  readonly shownBy: string | null;
}

export function AboutFields({ value, onChange, shownBy }: AboutFieldsProps) {
  const { data } = usePageQuery(InterventionWritingChoicesDocument);
  return (
    <>
      <TextField
        name="title"
        label="What is it called?"
        hint="A short name that says what it is. Local project names mean nothing elsewhere"
        limit={textLimits['CreateInterventionInput.title']}
        value={value.title}
        onChange={(title) => onChange({ title })}
      />
      <TextArea
        name="summary"
        label="What is it, in a sentence or two?"
        hint="This is what people read first. Do not include details of patients"
        rows={3}
        limit={textLimits['CreateInterventionInput.summary']}
        value={value.summary}
        onChange={(summary) => onChange({ summary })}
      />
      <Checkboxes
        name="modelTypes"
        label="Which care models is it for?"
        choices={data.modelTypes.map((model) => ({ value: model.code, label: careModelName(model) }))}
        values={value.modelTypes}
        onChange={(modelTypes) => onChange({ modelTypes })}
      />
      <Radios
        name="maturity"
        label="How far has it got?"
        choices={maturities.map((maturity) => ({ value: maturity, label: maturityWords(maturity) }))}
        value={value.maturity}
        onChange={(maturity) => onChange({ maturity })}
      />
      {shownBy !== null && (
        <VisibilityField site={shownBy} value={value.visibility} onChange={(visibility) => onChange({ visibility })} />
      )}
    </>
  );
}

interface VisibilityFieldProps {
  readonly site: string;
  readonly value: Visibility;
  readonly onChange: (visibility: Visibility) => void;
}

/** Who can see it once it is published, in the words in which the hub will say it then. */
export function VisibilityField({ site, value, onChange }: VisibilityFieldProps) {
  return (
    <Radios
      name="visibility"
      label="Who can see it once it is published?"
      choices={useAudienceChoices(site)}
      value={value}
      onChange={onChange}
    />
  );
}
