/** Asked in the middle of something that needs it: a code of the second step. What was wanted is then done by itself. */
import { useState } from 'react';
import { useLocation } from 'react-router';
import { HubForm, useMutationForm, type StepUpProps } from '@hub/core/web';
import { Button, ButtonLink } from '@hub/ui';
import { missing, useAccount } from '../account';
import { ProveSecondFactorDocument } from '../account.generated';
import { StepCodeField } from './step-code-field';

export default function StepUp({ onConfirmed }: StepUpProps) {
  const { account } = useAccount();
  const { pathname, search } = useLocation();
  const [code, setCode] = useState('');
  const form = useMutationForm(ProveSecondFactorDocument, { onDone: onConfirmed });
  if (!account?.secondFactor.isOn) {
    return (
      <>
        <p>You have no second step yet. It takes a few minutes and an app on your phone.</p>
        <ButtonLink to={`/account/second-step?return=${encodeURIComponent(`${pathname}${search}`)}`}>
          Set up a second step first
        </ButtonLink>
      </>
    );
  }
  const confirm = () => {
    const problem = missing('code', code, 'Enter a code');
    if (problem) return form.setProblem(problem);
    void form.submit({ code: code.trim() });
  };
  return (
    <HubForm form={form} onSubmit={confirm} label="Confirm that it is you" scope="step-up">
      <StepCodeField value={code} onChange={setCode} />
      <Button>Confirm</Button>
    </HubForm>
  );
}
