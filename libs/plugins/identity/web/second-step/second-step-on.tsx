/** The second step while it is on: what is left of the recovery codes, and how to take it away. */
import { useState } from 'react';
import { HubForm, useMutationForm } from '@hub/core/web';
import { Button, counted, Details, SummaryList } from '@hub/ui';
import { missing, sayConflict, type Account } from '../account';
import { RemoveSecondFactorDocument } from '../account.generated';
import { StepCodeField } from './step-code-field';

interface SecondStepOnProps {
  readonly secondFactor: Account['secondFactor'];
  readonly onRemoved: () => void;
}

/** So few that it is time for new ones. */
const few = 2;

export function SecondStepOn({ secondFactor, onRemoved }: SecondStepOnProps) {
  const { isNeeded, recoveryCodesLeft } = secondFactor;
  const facts = [
    { name: 'Second step', value: 'On' },
    { name: 'Recovery codes left', value: counted(recoveryCodesLeft, 'code') },
  ];
  return (
    <>
      <SummaryList facts={facts} />
      {recoveryCodesLeft <= few && (
        <p>You have few recovery codes left. Take the second step away and set it up again to get new ones.</p>
      )}
      <Details summary="Take the second step away">
        <p>
          {isNeeded
            ? 'Until you set it up again, you cannot do what administrators do.'
            : 'Signing in then asks for no code of an app any more. Your recovery codes stop working.'}
        </p>
        <RemoveForm onRemoved={onRemoved} />
      </Details>
    </>
  );
}

function RemoveForm({ onRemoved }: { readonly onRemoved: () => void }) {
  const [code, setCode] = useState('');
  const form = useMutationForm(RemoveSecondFactorDocument, { onDone: onRemoved });
  const remove = () => {
    const problem = missing('code', code, 'Enter a code');
    if (problem) return form.setProblem(problem);
    void form.submit({ code: code.trim() });
  };
  return (
    <HubForm form={{ problem: sayConflict(form.problem) }} onSubmit={remove} label="Take the second step away">
      <StepCodeField value={code} onChange={setCode} />
      <Button look="warning">Take it away</Button>
    </HubForm>
  );
}
