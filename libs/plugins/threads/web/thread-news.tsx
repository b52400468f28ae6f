/** What became of a discussion while it was read: shown where its end is, and nothing moves until the reader wants it. */
import { Link } from 'react-router';
import { useLinkTo } from '@hub/core/web';
import { LinkButton } from '@hub/ui';
import type { ThreadOnPage } from './thread.page';
import type { ThreadNow } from './use-thread-live';

interface ThreadNewsProps {
  readonly thread: ThreadOnPage;
  readonly now: ThreadNow;
  readonly onShow: () => void;
}

export function ThreadNews({ thread, now, onShow }: ThreadNewsProps) {
  const linkTo = useLinkTo();
  return (
    <div className="nhsuk-inset-text hub-no-print">
      <p>
        {newsOf(now, thread)}{' '}
        {now.mergedInto ? (
          <Link to={linkTo(now.mergedInto.id)}>Read it there</Link>
        ) : (
          <LinkButton onClick={onShow}>Show the discussion as it is now</LinkButton>
        )}
      </p>
    </div>
  );
}

/** In one sentence, for those who listen as well. */
export function newsOf(now: ThreadNow, { locked, movedTo }: Pick<ThreadOnPage, 'locked' | 'movedTo'>): string {
  if (now.mergedInto) return 'This discussion has become part of another one.';
  if (now.movedTo.length !== movedTo.length) return 'Some replies have moved to another discussion.';
  if (now.locked && !locked) return 'This discussion has been closed to replies. What you are writing is kept.';
  return 'This discussion is open to replies again.';
}
