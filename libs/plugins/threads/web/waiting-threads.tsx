/** Discussions of one kind of waiting, those that have been quiet longest first. */
import { useSearchParams } from 'react-router';
import { usePageQuery } from '@hub/core/web';
import type { ThreadFilter } from '@hub/graphql';
import { Pager } from '@hub/ui';
import { ThreadRows } from './thread-rows';
import { ThreadListDocument } from './threads.generated';

const pageSize = 10;

interface WaitingThreadsProps {
  /** Also the beginning of its cursor's name in the address. */
  readonly id: string;
  readonly title: string;
  readonly filter: ThreadFilter;
  /** Where there are none. */
  readonly none: string;
}

export function WaitingThreads({ id, title, filter, none }: WaitingThreadsProps) {
  const [address] = useSearchParams();
  const { threads } = usePageQuery(ThreadListDocument, { filter, ...pageOf(address, id) }).data;
  // The list is by latest activity: its end is what has waited longest.
  const longestFirst = threads.edges.map(({ node }) => node).reverse();
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = threads.pageInfo;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} ({threads.totalCount})
      </h2>
      {threads.totalCount === 0 ? <p>{none}</p> : <ThreadRows threads={longestFirst} headingLevel={3} />}
      <Pager
        pageInfo={{
          ...{ hasNextPage: hasPreviousPage, endCursor: startCursor },
          ...{ hasPreviousPage: hasNextPage, startCursor: endCursor },
        }}
        what="discussions"
        param={`${id}-`}
        words={{ next: 'Next', previous: 'Previous' }}
        canGoBack
      />
    </section>
  );
}

/** Backwards from the end of the list. */
function pageOf(address: URLSearchParams, id: string) {
  const earlier = address.get(`${id}-before`);
  return earlier ? { first: pageSize, after: earlier } : { last: pageSize, before: address.get(`${id}-after`) };
}
