/** What happens in a discussion while it is being read: new replies wait, edits swap in, and nothing is missed after a lost connection. */
import { useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { useFragmentPartsIn, useLive, useViewer } from '@hub/core/web';
import { ThreadPageActivityDocument } from './threads.generated';

export interface ThreadLive {
  /** Replies that came and are not shown yet. */
  readonly waiting: number;
  /** Asks for everything that is there now. */
  readonly showNew: () => void;
}

export function useThreadLive(threadId: string): ThreadLive {
  const client = useApolloClient();
  const viewer = useViewer();
  const [waiting, setWaiting] = useState<readonly string[]>([]);
  const showNew = () => {
    setWaiting([]);
    void client.refetchQueries({ include: ['ThreadPosts', 'ThreadPage'] });
  };
  useLive(
    useFragmentPartsIn(ThreadPageActivityDocument),
    { threadId },
    {
      onData: ({ threadActivity: { kind, post } }) => {
        // Edits and removals reach the page through the cache, by the post's id.
        if (kind !== 'POST_ADDED' || !post || post.author?.id === viewer?.id) return;
        setWaiting((ids) => (ids.includes(post.id) ? ids : [...ids, post.id]));
      },
      onReconnect: showNew,
    },
  );
  return { waiting: waiting.length, showNew };
}
