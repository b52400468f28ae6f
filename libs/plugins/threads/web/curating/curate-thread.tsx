/** What facilitators do with a discussion as a whole. */
import { MutationProblems, useMutationForm } from '@hub/core/web';
import { Button, Details } from '@hub/ui';
import { LockThread } from './lock-thread';
import { MergeThread } from './merge-thread';
import type { ThreadOnPage } from '../thread.page';
import { UpdateThreadDocument } from '../writing.generated';

export default function CurateThread({ thread }: { readonly thread: ThreadOnPage }) {
  return (
    <Details summary="For facilitators">
      <PinThread thread={thread} />
      <MergeThread thread={thread} />
      {thread.viewerCanLock && <LockThread thread={thread} />}
    </Details>
  );
}

function PinThread({ thread }: { readonly thread: ThreadOnPage }) {
  const form = useMutationForm(UpdateThreadDocument);
  const change = { thread: thread.id, expectedRevision: thread.revision, pinned: !thread.pinned };
  return (
    <>
      <MutationProblems problem={form.problem} />
      <Button look="secondary" onClick={() => void form.submit(change)}>
        {thread.pinned ? 'Unpin' : 'Pin to the top of its care models'}
      </Button>
    </>
  );
}
