/** Setting up the second step: a picture and a key for the app, and one code to show that it works. */
import { useState } from 'react';
import { HubForm, MutationProblems, useMutationForm } from '@hub/core/web';
import { Button, TextField } from '@hub/ui';
import { missing, sayConflict } from '../account';
import { ConfirmSecondFactorDocument, StartSecondFactorDocument } from '../account.generated';
import { inGroups } from './in-groups';

/** What the app is told. */
interface Started {
  readonly secret: string;
  readonly picture: string;
}

export function SetUp({ onConfirmed }: { readonly onConfirmed: (recoveryCodes: readonly string[]) => void }) {
  const [started, setStarted] = useState<Started | null>(null);
  const start = useMutationForm(StartSecondFactorDocument, {
    onDone: ({ startSecondFactor }) => setStarted(startSecondFactor),
  });
  if (started) return <ConfirmApp started={started} onConfirmed={onConfirmed} />;
  return (
    <>
      <p>You need an authenticator app. Most phones have one; your organisation may have chosen one.</p>
      <MutationProblems problem={sayConflict(start.problem)} />
      <Button onClick={() => void start.submit({})}>Set up a second step</Button>
    </>
  );
}

interface ConfirmAppProps {
  readonly started: Started;
  readonly onConfirmed: (recoveryCodes: readonly string[]) => void;
}

function ConfirmApp({ started, onConfirmed }: ConfirmAppProps) {
  const [code, setCode] = useState('');
  const form = useMutationForm(ConfirmSecondFactorDocument, {
    onDone: ({ confirmSecondFactor }) => onConfirmed(confirmSecondFactor.recoveryCodes),
  });
  const confirm = () => {
    const problem = missing('code', code, 'Enter the code that your app shows');
    if (problem) return form.setProblem(problem);
    void form.submit({ code: code.trim() });
  };
  return (
    <section aria-labelledby="add-to-app">
      <h2 id="add-to-app" tabIndex={-1} ref={(heading) => heading?.focus()}>
        Add the hub to your app
      </h2>
      <p>Point your app at this picture.</p>
      <img className="hub-code-picture" src={pictureAddress(started.picture)} alt="The key below, as a picture" />
      <p>If you cannot, type this key into the app:</p>
      <p className="hub-key">{inGroups(started.secret)}</p>
      <HubForm form={{ problem: sayConflict(form.problem) }} onSubmit={confirm}>
        <TextField
          name="code"
          label="Code that your app shows now"
          hint="6 digits"
          inputMode="numeric"
          autoComplete="one-time-code"
          className="nhsuk-input--width-10"
          spellCheck={false}
          value={code}
          onChange={setCode}
        />
        <Button>Turn it on</Button>
      </HubForm>
    </section>
  );
}

function pictureAddress(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
