/** Signing in by a code in a letter, second step: the code. Reloading keeps the address, so that one can look at the letter first. */
import { use, useState } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import { HubForm, Page, signInAddress, signInStep, useDraft, type SignInProps } from '@hub/core/web';
import { Announcer, Button, LinkButton, TextField } from '@hub/ui';
import { useArrival } from './arrival';
import { fieldProblem, useAuthForm } from './auth-form';
import { codeWords } from './code-words';
import { loadWays } from './ways';

/** What the first step leaves in the tab. */
export const noAddress = { email: '' };

interface Verified {
  readonly next: 'signed-in' | 'second-factor';
  readonly isNew?: boolean;
}

export default function CodeStep({ returnTo }: SignInProps) {
  const words = codeWords(use(loadWays()).mailKept);
  const { email } = useDraft('sign-in', noAddress).value;
  const [code, setCode] = useState('');
  const [said, setSaid] = useState('');
  const navigate = useNavigate();
  const arrive = useArrival(returnTo);
  const form = useAuthForm(fieldProblem('code', words.wrong));
  const again = useAuthForm(fieldProblem('code', 'No code can be sent to this address. Use another address'));
  const address = signInAddress(returnTo);
  if (email === '') return <Navigate to={address} replace />;

  const signIn = async () => {
    if (code.trim() === '') return form.setProblem(fieldProblem('code', words.none));
    const verified = await form.send<Verified>('/auth/code/verify', { email: email.trim(), code: code.trim() });
    if (verified?.next === 'second-factor') void navigate(signInStep('second-factor', returnTo));
    if (verified?.next === 'signed-in') arrive(verified.isNew ?? false);
  };
  const sendAgain = async () => {
    form.setProblem(null);
    setSaid('');
    if (await again.send('/auth/code', { email: email.trim() }))
      setSaid('A new code was asked for. Only the newest counts.');
  };
  return (
    <Page title="Enter your code" back={{ to: address, label: 'Sign in' }}>
      <p>{words.intro(email.trim())}</p>
      <HubForm form={again.problem ? again : form} onSubmit={() => void signIn()}>
        <TextField
          name="code"
          label="Code"
          hint={words.hint}
          inputMode="numeric"
          autoComplete="one-time-code"
          className="nhsuk-input--width-10"
          spellCheck={false}
          value={code}
          onChange={setCode}
        />
        <Button>Sign in</Button>
      </HubForm>
      {said && <p>{said}</p>}
      <ul className="nhsuk-list">
        <li>
          <LinkButton onClick={() => void sendAgain()}>{words.again}</LinkButton>
        </li>
        <li>
          <Link to={address}>Use another address</Link>
        </li>
      </ul>
      <Announcer message={said} urgent />
    </Page>
  );
}
