/** Signing in by a code in a letter, first step: the address. The same happens for every address, known or not. */
import { use } from 'react';
import { useNavigate } from 'react-router';
import { HubForm, signInStep, useDraft, type SignInProps } from '@hub/core/web';
import { Button, TextField } from '@hub/ui';
import { fieldProblem, useAuthForm } from './auth-form';
import { noAddress } from './code.step';
import { domainWords } from './domain-words';
import { loadWays } from './ways';

export default function CodeWay({ returnTo }: SignInProps) {
  const { code } = use(loadWays());
  const draft = useDraft('sign-in', noAddress);
  const navigate = useNavigate();
  const form = useAuthForm(fieldProblem('email', 'Enter an e-mail address, like name@nhs.net'));
  const words = domainWords(code.domains);
  const askForCode = async () => {
    const email = draft.value.email.trim();
    if (email === '') return form.setProblem(fieldProblem('email', 'Enter your e-mail address'));
    if (await form.send('/auth/code', { email })) void navigate(signInStep('code', returnTo));
  };
  return (
    <section aria-labelledby="sign-in-code">
      <h2 id="sign-in-code">With a code by e-mail</h2>
      <HubForm form={form} onSubmit={() => void askForCode()} label="Sign in with a code by e-mail">
        <TextField
          name="email"
          label="Your work e-mail address"
          hint={words && `Use ${words}, or the address that you were invited by`}
          type="email"
          autoComplete="email"
          spellCheck={false}
          value={draft.value.email}
          onChange={(email) => draft.change({ email })}
        />
        <Button>Send me a code</Button>
      </HubForm>
    </section>
  );
}
