/** The field for a code of the second step: 6 digits of the app, or a recovery code when the phone is not at hand. */
import { useState } from 'react';
import { LinkButton, TextField } from '@hub/ui';

interface StepCodeFieldProps {
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** Its name in the form is `code`. */
export function StepCodeField({ value, onChange }: StepCodeFieldProps) {
  const [isRecovery, setRecovery] = useState(false);
  const swap = () => {
    onChange('');
    setRecovery(!isRecovery);
  };
  return (
    <>
      <TextField
        key={String(isRecovery)}
        name="code"
        label={isRecovery ? 'Recovery code' : 'Code from your app'}
        hint={isRecovery ? 'One of those that you kept. Each works once' : '6 digits. They change every 30 seconds'}
        inputMode={isRecovery ? 'text' : 'numeric'}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        className={isRecovery ? 'nhsuk-input--width-20' : 'nhsuk-input--width-10'}
        spellCheck={false}
        value={value}
        onChange={onChange}
      />
      <p>
        <LinkButton onClick={swap}>
          {isRecovery ? 'Use a code from your app' : 'Use a recovery code instead'}
        </LinkButton>
      </p>
    </>
  );
}
