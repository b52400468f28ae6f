/** On the home page: who asks to join a site that the reader leads. */
import { useHomeCount, usePageQuery } from '@hub/core/web';
import { RequestList } from '../people/request-list';
import { JoinRequestsWaitingDocument } from './home.generated';

export default function RequestsWaiting() {
  const { data } = usePageQuery(JoinRequestsWaitingDocument);
  const { totalCount, edges } = data.joinRequestsToAnswer;
  useHomeCount(totalCount);
  if (totalCount === 0) return null;
  return (
    <>
      <RequestList requests={edges.map(({ node }) => node)} namesSite />
      {totalCount > edges.length && <p>{totalCount - edges.length} more wait on the pages of your sites.</p>}
    </>
  );
}
