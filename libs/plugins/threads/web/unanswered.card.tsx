/** On a facilitator's work list: questions that nobody has answered, those that have been quiet longest first. */
import { useSearchParams } from 'react-router';
import { careModelCode } from '@hub/core/contract';
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { Pager } from '@hub/ui';
import { ThreadRows } from './thread-rows';
import { ThreadListDocument } from './threads.generated';

const pageSize = 10;

export default function Unanswered({ reference, kind }: EntityPartProps) {
  const [address] = useSearchParams();
  const within = kind === 'care-model' ? { modelTypes: [careModelCode(reference)] } : { community: reference };
  const { threads } = usePageQuery(ThreadListDocument, {
    filter: { ...within, answered: false },
    ...pageOf(address),
  }).data;
  // The list is by latest activity: its end is what has waited longest.
  const longestFirst = threads.edges.map(({ node }) => node).reverse();
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = threads.pageInfo;
  return (
    <section aria-labelledby="unanswered">
      <h2 id="unanswered">Questions without an answer ({threads.totalCount})</h2>
      {threads.totalCount === 0 ? (
        <p>Every question has its answer.</p>
      ) : (
        <ThreadRows threads={longestFirst} headingLevel={3} />
      )}
      <Pager
        pageInfo={{
          ...{ hasNextPage: hasPreviousPage, endCursor: startCursor },
          ...{ hasPreviousPage: hasNextPage, startCursor: endCursor },
        }}
        what="questions"
        param="unanswered-"
        words={{ next: 'Next', previous: 'Previous' }}
        canGoBack
      />
    </section>
  );
}

/** Backwards from the end of the list. */
function pageOf(address: URLSearchParams) {
  const earlier = address.get('unanswered-before');
  return earlier ? { first: pageSize, after: earlier } : { last: pageSize, before: address.get('unanswered-after') };
}
