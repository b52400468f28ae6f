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
    hint: 'Nobody sees your name, unless a moderator of the network opens it for a reason that is logged and that you are told. You can still edit it, and answers come to your notifications, not by email.',
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
