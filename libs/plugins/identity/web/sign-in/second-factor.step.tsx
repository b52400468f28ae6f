/** Signing in, last step for those who have set it up: a code from their app, or one of their recovery codes. */
import { useState } from 'react';
import { Link } from 'react-router';
import { HubForm, Page, signInAddress, type SignInProps } from '@hub/core/web';
import { Button } from '@hub/ui';
import { StepCodeField } from '../second-step/step-code-field';
import { useArrival } from './arrival';
import { fieldProblem, useAuthForm } from './auth-form';

const refused = 'This code is wrong or was used, or you took longer than 15 minutes. Try the next code, or begin again';

export default function SecondFactorStep({ returnTo }: SignInProps) {
  const [code, setCode] = useState('');
  const arrive = useArrival(returnTo);
  const form = useAuthForm(fieldProblem('code', refused));
  const address = signInAddress(returnTo);
  const confirm = async () => {
    if (code.trim() === '') return form.setProblem(fieldProblem('code', 'Enter a code'));
    if (await form.send('/auth/second-factor', { code: code.trim() })) arrive(false);
  };
  return (
    <Page title="Your second step" back={{ to: address, label: 'Sign in' }}>
      <HubForm form={form} onSubmit={() => void confirm()}>
        <StepCodeField value={code} onChange={setCode} />
        <Button>Sign in</Button>
      </HubForm>
      <p>
        <Link to={address}>Begin again</Link>
      </p>
    </Page>
  );
}
