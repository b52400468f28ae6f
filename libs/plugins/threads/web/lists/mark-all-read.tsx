/** "Mark all as read", for the list as it is filtered, with a way back. What is done in another window shows here too. */
import { useState } from 'react';
import { MutationProblems, useLive, useMutationForm, usePageQuery } from '@hub/core/web';
import type { ThreadFilter } from '@hub/graphql';
import { Button, counted, LinkButton } from '@hub/ui';
import {
  MarkThreadsReadDocument,
  ThreadsReadDocument,
  UndoMarkThreadsReadDocument,
  UnreadThreadsDocument,
} from '../reading.generated';

interface MarkAllReadProps {
  readonly filter: ThreadFilter;
  /** Asks for the list anew. */
  readonly onChange: () => void;
}

interface Done {
  readonly count: number;
  readonly undo: string;
}

export function MarkAllRead({ filter, onChange }: MarkAllReadProps) {
  const { data, refetch } = usePageQuery(UnreadThreadsDocument, { filter: { ...filter, unreadOnly: true } });
  const [done, setDone] = useState<Done | null>(null);
  const ask = () => {
    void refetch();
    onChange();
  };
  useLive(ThreadsReadDocument, {}, { onData: ask, onListening: (again) => again && void refetch() });
  const mark = useMutationForm(MarkThreadsReadDocument, {
    onDone: ({ markThreadsRead: { threadCount, undo } }) => {
      setDone(undo ? { count: threadCount, undo } : null);
      ask();
    },
  });
  const takeBack = useMutationForm(UndoMarkThreadsReadDocument, {
    onDone: () => {
      setDone(null);
      ask();
    },
  });
  const unread = data.threads.totalCount;
  // What comes while the list is read is not marked with it.
  const upTo = data.threads.edges[0]?.node.lastActivityAt;
  return (
    <div className="hub-no-print">
      <MutationProblems problem={mark.problem ?? takeBack.problem} />
      <p role="status" className="nhsuk-u-margin-bottom-2">
        {done && (
          <>
            Marked {counted(done.count, 'discussion')} as read.{' '}
            <LinkButton onClick={() => void takeBack.submit({ undo: done.undo })}>Undo</LinkButton>
          </>
        )}
      </p>
      {unread > 0 && (
        <p>
          {counted(unread, 'discussion')} with something new.{' '}
          <Button look="secondary" small onClick={() => void mark.submit({ filter, upTo })}>
            Mark all as read
          </Button>
        </p>
      )}
    </div>
  );
}
