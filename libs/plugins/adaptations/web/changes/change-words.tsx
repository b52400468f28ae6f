/** The two boxes: what did you change, and why. */
import { TextArea } from '@hub/ui';
import { textLimits } from '@hub/graphql';

export interface ChangeWriting {
  readonly what: string;
  readonly why: string;
}

interface ChangeWordsProps {
  readonly value: ChangeWriting;
  readonly onChange: (fields: Partial<ChangeWriting>) => void;
}

/** Two questions, nothing else: the rest can follow. */
export function ChangeWords({ value, onChange }: ChangeWordsProps) {
  return (
    <>
      <p className="nhsuk-hint">Do not include details of patients.</p>
      <TextArea
        name="what"
        label="What did you change?"
        labelSize="m"
        hint="One change at a time. For example, a senior carer leads it instead of a nurse"
        rows={3}
        limit={textLimits['RecordModificationInput.what']}
        value={value.what}
        onChange={(what) => onChange({ what })}
      />
      <TextArea
        name="why"
        label="Why?"
        labelSize="m"
        hint="For example, no nurse is on site at weekends"
        rows={3}
        limit={textLimits['RecordModificationInput.why']}
        value={value.why}
        onChange={(why) => onChange({ why })}
      />
    </>
  );
}

/** The problems of the two boxes, before anything is sent. */
export function wordProblems({ what, why }: ChangeWriting) {
  return [
    ...(what.trim() ? [] : [{ path: 'what', message: 'Enter what you changed' }]),
    ...(why.trim() ? [] : [{ path: 'why', message: 'Enter why. “We had no choice” is a reason too' }]),
  ];
}
