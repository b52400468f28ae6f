/** Discussions as rows: title, kind, replies, what is new, when. */
import { useLinkTo } from '@hub/core/web';
import { RowList, Time } from '@hub/ui';
import type { ThreadRowFragment } from '../threads.generated';
import { threadFacts } from '../words';

interface ThreadRowsProps {
  readonly threads: readonly ThreadRowFragment[];
  readonly headingLevel?: 2 | 3;
}

export function ThreadRows({ threads, headingLevel }: ThreadRowsProps) {
  const linkTo = useLinkTo();
  const rows = threads.map((thread) => ({
    id: thread.id,
    title: thread.title,
    to: linkTo(thread.id),
    meta: (
      <>
        {threadFacts(thread)} <Time at={thread.lastActivityAt} as="ago" />
      </>
    ),
  }));
  return <RowList rows={rows} headingLevel={headingLevel} />;
}
