/** The choice to post without one's name, with what that means in one sentence. */
import { Checkboxes } from '@hub/ui';

interface AnonymousChoiceProps {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

const choices = [
  {
    value: 'anonymous',
    label: 'Post without my name',
    hint: 'No other member sees who wrote it, here or in any notification. You can still edit it.',
  },
] as const;

export function AnonymousChoice({ value, onChange }: AnonymousChoiceProps) {
  return (
    <Checkboxes
      name="anonymous"
      label="Silly questions are welcome"
      choices={choices}
      values={value ? ['anonymous'] : []}
      onChange={(values) => onChange(values.length > 0)}
      small
    />
  );
}
