/** First the file, which is checked and makes nothing; then what it would make, to confirm. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { HubForm, useMutationForm } from '@hub/core/web';
import { Button, counted, FileField, NotificationBanner } from '@hub/ui';
import { broughtFile, isTooLarge, type BroughtFile } from './brought-file';
import { Faults } from './faults';
import { ImportFamilyDocument, type ImportFamilyMutation } from './import.generated';
import { WhatIsMade } from './what-is-made';

type Plan = ImportFamilyMutation['importFamily'];

const tooLarge = 'Choose a file of less than 200 KB. Whoever runs the hub can take in a larger one with npm run import';

export function ImportSteps() {
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [brought, setBrought] = useState<BroughtFile | null>(null);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const check = useMutationForm(ImportFamilyDocument, { onDone: ({ importFamily }) => setPlan(importFamily) });
  const make = useMutationForm(ImportFamilyDocument, {
    onDone: ({ importFamily }) => {
      const words = `The family is imported: ${madeWords(importFamily)}`;
      if (brought?.shown) return void navigate(`/interventions/${brought.shown}`, { state: { said: words } });
      setSaid(`${words}. Its sites keep it to themselves, so you do not see it.`);
      startAnew();
    },
  });

  const startAnew = () => {
    setFile(null);
    setBrought(null);
    setPlan(null);
    setRound(round + 1);
    make.setProblem(null);
  };
  const send = async () => {
    setPlan(null);
    setSaid(null);
    const read = file && (await broughtFile(file).catch(() => null));
    const problem = fileProblem(file, read);
    if (!read || problem) return check.setProblem(problemAt(problem ?? ''));
    setBrought(read);
    await check.submit({ family: read.text, dryRun: true });
  };

  if (brought && plan && plan.faults.length === 0)
    return (
      <WhatIsMade
        {...{ brought, plan }}
        form={make}
        onConfirm={() => void make.submit({ family: brought.text, dryRun: false })}
        onAnother={startAnew}
      />
    );
  return (
    <>
      {said && <NotificationBanner kind="done">{said}</NotificationBanner>}
      {plan && <Faults file={brought?.name ?? ''} faults={plan.faults} />}
      <HubForm form={check} onSubmit={() => void send()} label="Choose a family">
        <FileField
          key={round}
          name="family"
          label="The file"
          hint="family.json of another hub, less than 200 KB. Nothing is made yet"
          accept=".json,application/json"
          onChoose={(chosen) => {
            setFile(chosen);
            setPlan(null);
          }}
        />
        <Button>{check.isBusy ? 'Checking the file' : 'Check the file'}</Button>
      </HubForm>
    </>
  );
}

function madeWords({ interventions, adaptations }: Plan): string {
  return `${counted(interventions, 'intervention')} and ${counted(adaptations, 'adaptation')}`;
}

function fileProblem(file: File | null, read: BroughtFile | null): string | null {
  if (!file) return 'Choose a file';
  if (!read) return 'This file cannot be read. Choose it again';
  if (file.size === 0) return 'This file is empty. Choose another one';
  return isTooLarge(read) ? tooLarge : null;
}

function problemAt(message: string) {
  const fields = [{ path: 'family', message }];
  return { code: 'BAD_USER_INPUT' as const, message, fields, retryAfter: null, extensions: {} };
}
