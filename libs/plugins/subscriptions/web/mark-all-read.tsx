/** "Mark all as read", with a way back. */
import { useState } from 'react';
import { MutationProblems, useMutationForm } from '@hub/core/web';
import { Button, counted, LinkButton } from '@hub/ui';
import { MarkNotificationsReadDocument, UndoMarkNotificationsReadDocument } from './subscriptions.generated';

interface MarkAllReadProps {
  readonly unread: number;
}

interface Done {
  readonly count: number;
  readonly readAt: string;
}

/** What it does here comes back live, as in every other window. */
export function MarkAllRead({ unread }: MarkAllReadProps) {
  const [done, setDone] = useState<Done | null>(null);
  const mark = useMutationForm(MarkNotificationsReadDocument, {
    onDone: ({ markNotificationsRead: { readAt } }) => setDone(readAt ? { count: unread, readAt } : null),
  });
  const takeBack = useMutationForm(UndoMarkNotificationsReadDocument, { onDone: () => setDone(null) });
  return (
    <div className="hub-no-print">
      <MutationProblems problem={mark.problem ?? takeBack.problem} />
      <p role="status" className="nhsuk-u-margin-bottom-2">
        {done && (
          <>
            Marked {counted(done.count, 'notification')} as read.{' '}
            <LinkButton onClick={() => void takeBack.submit({ readAt: done.readAt })}>Undo</LinkButton>
          </>
        )}
      </p>
      {unread > 0 && (
        <Button look="secondary" small onClick={() => void mark.submit({ all: true })}>
          Mark all as read
        </Button>
      )}
    </div>
  );
}
