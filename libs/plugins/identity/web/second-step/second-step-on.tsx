/** The second step while it is on: what is left of the recovery codes, and how to take it away. */
import { useState } from 'react';
import { HubForm, MutationProblems, useMutationForm } from '@hub/core/web';
import { Button, counted, Details, SummaryList } from '@hub/ui';
import { missing, sayConflict, type Account } from '../account';
import { RemoveSecondFactorDocument, RenewRecoveryCodesDocument } from '../account.generated';
import { StepCodeField } from './step-code-field';

interface SecondStepOnProps {
  readonly secondFactor: Account['secondFactor'];
  readonly onRemoved: () => void;
  readonly onRenewed: (recoveryCodes: readonly string[]) => void;
}

/** So few that it is time for new ones. */
const few = 2;

export function SecondStepOn({ secondFactor, onRemoved, onRenewed }: SecondStepOnProps) {
  const { isNeeded, recoveryCodesLeft } = secondFactor;
  const facts = [
    { name: 'Second step', value: 'On' },
    { name: 'Recovery codes left', value: counted(recoveryCodesLeft, 'code') },
  ];
  return (
    <>
      <SummaryList facts={facts} />
      {recoveryCodesLeft <= few && <p>You have few recovery codes left. Make new ones while you have your phone.</p>}
      <Details summary="Make new recovery codes">
        <p>The codes that you have now stop working at once. Your app stays as it is.</p>
        <RenewCodes onRenewed={onRenewed} />
      </Details>
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

function RenewCodes({ onRenewed }: Pick<SecondStepOnProps, 'onRenewed'>) {
  const form = useMutationForm(RenewRecoveryCodesDocument, {
    onDone: ({ renewRecoveryCodes }) => onRenewed(renewRecoveryCodes.recoveryCodes),
  });
  return (
    <>
      <MutationProblems problem={sayConflict(form.problem)} />
      <Button look="secondary" onClick={() => void form.submit({})}>
        Make new codes
      </Button>
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
