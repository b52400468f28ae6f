/** The recovery codes, shown this once: to print or write down before going on. */
import { useEffect, useRef, useState } from 'react';
import { HubForm, Page, type Problem } from '@hub/core/web';
import { Button, Checkboxes } from '@hub/ui';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  /** What has just been done, as a sentence. */
  readonly done: string;
  readonly onKept: () => void;
}

const notKept: Problem = {
  code: 'BAD_USER_INPUT',
  message: 'Keep the codes first',
  fields: [{ path: 'kept', message: 'Keep the codes, then say that you have' }],
  retryAfter: null,
  extensions: {},
};

export function RecoveryCodes({ codes, done, onKept }: RecoveryCodesProps) {
  const [kept, setKept] = useState<'kept'[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => part.current?.closest('main')?.querySelector('h1')?.focus(), []);
  return (
    <Page title="Keep your recovery codes">
      <div ref={part}>
        <p>
          {done} If you lose your phone, one of these codes signs you in instead. Each works once. They are shown only
          now.
        </p>
        <ul className="hub-codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <p className="hub-no-print">
          <Button look="secondary" onClick={() => window.print()}>
            Print them
          </Button>
        </p>
        <HubForm form={{ problem }} onSubmit={() => (kept.length > 0 ? onKept() : setProblem(notKept))}>
          <Checkboxes
            name="kept"
            label="Have you kept them?"
            choices={[{ value: 'kept', label: 'I have kept them where only I can find them' }]}
            values={kept}
            onChange={setKept}
          />
          <Button>Continue</Button>
        </HubForm>
      </div>
    </Page>
  );
}
