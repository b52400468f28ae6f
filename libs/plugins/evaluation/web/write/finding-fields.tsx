/** What was found, what it says of the thing evaluated, and how far one can rely on it. */
import { textLimits, type EvaluationVerdict, type EvidenceStrength } from '@hub/graphql';
import { evaluationVerdicts, evidenceStrengths } from '@hub/plugins/evaluation/contract';
import { FiguresField, Radios, TextArea } from '@hub/ui';
import type { EvaluationWriting } from './writing';

interface FieldsProps {
  readonly value: EvaluationWriting;
  readonly onChange: (fields: Partial<EvaluationWriting>) => void;
}

const strengthHints: Readonly<Record<EvidenceStrength, string>> = {
  LIMITED: 'Few people, a short time, or one way of looking',
  MIXED: 'Some of it points one way and some another, or something else may explain it',
  WELL_SUPPORTED: 'Several ways of looking agree, and little else explains it',
};

export function FindingFields({ value, onChange }: FieldsProps) {
  return (
    <>
      <h2>What was found</h2>
      <TextArea
        name="findings"
        label="What did you find?"
        labelSize="s"
        hint="Do not include details of patients. You may use Markdown: lists, links, headings"
        rows={10}
        limit={textLimits['UpdateEvaluationInput.findings']}
        value={value.findings}
        onChange={(findings) => onChange({ findings })}
      />
      <FiguresField
        rows={value.figures}
        onChange={(figures) => onChange({ figures })}
        limits={{ label: textLimits['FigureInput.label'], unit: textLimits['FigureInput.unit'] }}
      />
      <Radios
        name="verdict"
        label="What does it say of what you evaluated?"
        hint="That it did not work is a result, and is listed like any other"
        choices={(Object.keys(evaluationVerdicts) as EvaluationVerdict[]).map((verdict) => ({
          value: verdict,
          label: evaluationVerdicts[verdict],
        }))}
        value={value.verdict}
        onChange={(verdict) => onChange({ verdict })}
      />
      <Radios
        name="sureness"
        label="How well do the findings carry that?"
        choices={(Object.keys(evidenceStrengths) as EvidenceStrength[]).map((strength) => ({
          value: strength,
          label: evidenceStrengths[strength],
          hint: strengthHints[strength],
        }))}
        value={value.sureness}
        onChange={(sureness) => onChange({ sureness })}
      />
      <TextArea
        name="limitations"
        label="What can it not show?"
        labelSize="s"
        hint="Claiming a cause from before and after alone is the usual mistake"
        limit={textLimits['UpdateEvaluationInput.limitations']}
        value={value.limitations}
        onChange={(limitations) => onChange({ limitations })}
      />
      <TextArea
        name="funding"
        label="Who did it, and who paid for it?"
        labelSize="s"
        hint="Say also whether they run what was evaluated"
        rows={3}
        limit={textLimits['UpdateEvaluationInput.funding']}
        value={value.funding}
        onChange={(funding) => onChange({ funding })}
      />
    </>
  );
}
