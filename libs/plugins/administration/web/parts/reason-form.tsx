/** One change, one question: what it does, why it is done, and the button that does it. */
import type { ReactNode } from 'react';
import { HubForm, useDraft, type MutationForm } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, ButtonGroup, TextArea } from '@hub/ui';

interface ReasonFormProps {
  readonly form: Pick<MutationForm<never>, 'problem'>;
  /** What the words are kept under in this tab until they are sent. */
  readonly draft: string;
  /** The effect, in a sentence. */
  readonly effect?: ReactNode;
  /** More questions, above the reason. */
  readonly children?: ReactNode;
  /** What the button says: that which happens. */
  readonly button: string;
  readonly isGrave?: boolean;
  /** Resolves to whether the hub took it. */
  readonly onSubmit: (reason: string) => Promise<boolean>;
}

/** Every change of administration goes through here: nothing is done without a reason. */
export function ReasonForm({ form, draft, effect, children, button, isGrave, onSubmit }: ReasonFormProps) {
  const kept = useDraft(`administration:${draft}`, { reason: '' });
  const submit = async () => {
    if (await onSubmit(kept.value.reason)) kept.clear();
  };
  return (
    <>
      {effect && <p>{effect}</p>}
      <HubForm form={form} onSubmit={() => void submit()}>
        {children}
        <TextArea
          name="reason"
          label="Why?"
          hint="Kept in the audit log, where the person concerned can read it. Do not include details of patients"
          rows={3}
          limit={textLimits['ManageMemberInput.reason']}
          value={kept.value.reason}
          onChange={(reason) => kept.change({ reason })}
        />
        <ButtonGroup>
          <Button look={isGrave ? 'warning' : 'primary'}>{button}</Button>
        </ButtonGroup>
      </HubForm>
    </>
  );
}
