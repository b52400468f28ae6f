/** Discussions of one kind of waiting, those that have waited longest first. */
import { useLinkTo, usePageOf, usePageQuery } from '@hub/core/web';
import type { ThreadAwaits } from '@hub/graphql';
import { counted, RowList, Time, WaitingList } from '@hub/ui';
import { WaitingThreadsDocument } from './waiting.generated';

interface WaitingThreadsProps {
  readonly title: string;
  /** A care model or a community. */
  readonly within: string;
  readonly awaiting: ThreadAwaits;
  /** Where there are none. */
  readonly none: string;
}

export function WaitingThreads({ title, within, awaiting, none }: WaitingThreadsProps) {
  const id = `awaiting-${awaiting.toLowerCase()}`;
  const page = usePageOf(id, 10);
  const { waitingThreads } = usePageQuery(WaitingThreadsDocument, { within, awaiting, ...page }).data;
  const linkTo = useLinkTo();
  const rows = waitingThreads.edges.map(({ node }) => ({
    id: node.id,
    title: node.title,
    to: linkTo(node.id),
    meta: (
      <>
        {node.author?.displayName ?? 'A member'}, <Time at={node.createdAt} as="ago" />.{' '}
        {node.replyCount > 0 ? counted(node.replyCount, 'reply', 'replies') : 'No replies yet'}
      </>
    ),
  }));
  return (
    <WaitingList {...{ id, title, none }} count={waitingThreads.totalCount} pageInfo={waitingThreads.pageInfo}>
      <RowList rows={rows} headingLevel={3} />
    </WaitingList>
  );
}
