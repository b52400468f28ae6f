/** "Check the log": works out every hash anew and says what it found. */
import { useState } from 'react';
import { MutationProblems, useMutationForm } from '@hub/core/web';
import { Announcer, Button, InsetText } from '@hub/ui';
import { CheckAuditDocument, type CheckAuditMutation } from './audit.generated';

export function CheckLog() {
  const [found, setFound] = useState<string | null>(null);
  const form = useMutationForm(CheckAuditDocument, { onDone: ({ checkAudit }) => setFound(wordsOf(checkAudit)) });
  return (
    <div className="hub-no-print">
      <MutationProblems problem={form.problem} />
      <Button look="secondary" onClick={() => void form.submit({})}>
        Check the log
      </Button>
      {found && (
        <InsetText>
          <p>{found}</p>
        </InsetText>
      )}
      <Announcer message={found ?? ''} urgent />
    </div>
  );
}

function wordsOf({ entries, brokenAt }: CheckAuditMutation['checkAudit']): string {
  if (brokenAt === null) return `All ${entries} entries hold: none was changed or removed since it was written.`;
  return `Entry ${brokenAt} does not hold: it, or one before it, was changed or removed. The ${entries} before it do. Keep this database as it is and tell whoever runs it.`;
}
