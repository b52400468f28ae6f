/**
 * What happens in a discussion while it is being read: new replies wait, edits swap in, the reader is told when it is closed, merged or
 * split, and nothing is missed after a lost connection.
 */
import { useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useInTurn, useLive, useViewer } from '@hub/core/web';
import type { ThreadOnPage } from './thread.page';
import { ThreadNowDocument, ThreadPageActivityDocument, type ThreadNowQuery } from './threads.generated';

export type ThreadNow = NonNullable<ThreadNowQuery['thread']>;

export interface ThreadLive {
  /** How many posts the discussion has now, as far as was heard. Less than are shown means nothing. */
  readonly total: number;
  /** How it stands now, where that is not as on the page. */
  readonly now: ThreadNow | null;
  /** Counts how often the connection came back: what is shown is then read anew. */
  readonly round: number;
  /** Asks for everything that is there now. */
  readonly showNew: () => void;
}

/** What one wrote oneself is shown in the window where one did by then; in the others it waits as all else does. */
const ownAfter = 2000;

export function useThreadLive(thread: ThreadOnPage): ThreadLive {
  const client = useApolloClient();
  const [total, setTotal] = useState(0);
  const [now, setNow] = useState<ThreadNow | null>(null);
  const [round, setRound] = useState(0);
  const [isShowing, setShowing] = useState(false);
  const viewer = useViewer();
  const askInTurn = useInTurn();
  const refetch = (...include: string[]) => client.refetchQueries({ include });
  const hears = (there: number) => setTotal((before) => Math.max(before, there));
  const ask = (again: boolean) =>
    askInTurn(async () => {
      const variables = { id: thread.id };
      const { data } = await client.query({ query: ThreadNowDocument, variables, fetchPolicy: 'no-cache' });
      const found = data?.thread;
      if (found) hears(found.posts.totalCount);
      if (found && !standsAs(found, thread)) return setNow(found);
      setNow(null);
      if (again) await refetch('ThreadPage');
    });
  useLive(
    ThreadPageActivityDocument,
    { threadId: thread.id },
    {
      // Edits and removals reach the page through the cache, by the post's id. What one may do oneself is asked where it may be more than before.
      onData: ({ threadActivity: { kind, thread: there, post } }) => {
        if (kind === 'THREAD_CHANGED') return ask(true);
        if (kind === 'POST_RESTORED') return askInTurn(() => refetch('ThreadPosts'));
        const isOwn = post?.author?.id === viewer?.id;
        setTimeout(() => hears(there.posts.totalCount), kind === 'POST_ADDED' && isOwn ? ownAfter : 0);
      },
      onListening: (again) => {
        if (again) setRound((before) => before + 1);
        ask(again);
      },
    },
  );
  const showNew = () => {
    setTotal(0);
    setNow(null);
    setShowing(true);
    void refetch('ThreadPosts', 'ThreadPage').finally(() => setShowing(false));
  };
  return { total: isShowing ? 0 : total, now: now && !standsAs(now, thread) ? now : null, round, showNew };
}

/** Title, tags and the like swap in; what the reader is told of is whether it is open, and where its posts are. */
function standsAs(now: ThreadNow, { locked, mergedInto, movedTo }: ThreadOnPage): boolean {
  const isSamePlace = now.mergedInto?.id === mergedInto?.id && now.movedTo.length === movedTo.length;
  return isSamePlace && now.locked === locked;
}
