/** What was asked, and what was done to find out. */
import { textLimits, type EvaluationMethod } from '@hub/graphql';
import { evaluationMethods } from '@hub/plugins/evaluation/contract';
import { Checkboxes, MonthField, TextArea, TextField } from '@hub/ui';
import type { EvaluationWriting } from './writing';

interface FieldsProps {
  readonly value: EvaluationWriting;
  readonly onChange: (fields: Partial<EvaluationWriting>) => void;
}

export function MethodFields({ value, onChange }: FieldsProps) {
  return (
    <>
      <h2>What was asked, and what was done</h2>
      <TextField
        name="title"
        label="Title"
        labelSize="s"
        hint="What you found, in a few words: this is what people read in lists"
        limit={textLimits['UpdateEvaluationInput.title']}
        value={value.title}
        onChange={(title) => onChange({ title })}
      />
      <TextArea
        name="question"
        label="What did you want to find out?"
        labelSize="s"
        rows={2}
        limit={textLimits['UpdateEvaluationInput.question']}
        value={value.question}
        onChange={(question) => onChange({ question })}
      />
      <Checkboxes
        name="methods"
        label="How was it done?"
        hint="Choose all that are true"
        choices={(Object.keys(evaluationMethods) as EvaluationMethod[]).map((method) => ({
          value: method,
          label: evaluationMethods[method],
        }))}
        values={value.methods}
        onChange={(methods) => onChange({ methods })}
      />
      <TextArea
        name="methodNote"
        label="What was done, in a few lines?"
        labelSize="s"
        hint="What was counted, who was asked, with what it was compared. What else was changing at the same time?"
        limit={textLimits['UpdateEvaluationInput.methodNote']}
        value={value.methodNote}
        onChange={(methodNote) => onChange({ methodNote })}
      />
      <MonthField
        name="periodFrom"
        label="First month"
        hint="For example, 10 2015"
        value={value.periodFrom}
        onChange={(periodFrom) => onChange({ periodFrom })}
      />
      <MonthField
        name="periodTo"
        label="Last month"
        hint="For example, 9 2017"
        value={value.periodTo}
        onChange={(periodTo) => onChange({ periodTo })}
      />
    </>
  );
}
