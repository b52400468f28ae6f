/** On the home page: who asks to join a community that the reader facilitates. */
import { useHomeCount, usePageQuery } from '@hub/core/web';
import { CommunityRequestsWaitingDocument } from './people.generated';
import { RequestList } from './request-list';

export default function CommunityRequestsWaiting() {
  const { totalCount, edges } = usePageQuery(CommunityRequestsWaitingDocument).data.communityRequestsToAnswer;
  useHomeCount(totalCount);
  if (totalCount === 0) return null;
  return (
    <>
      <RequestList requests={edges.map(({ node }) => node)} namesCommunity />
      {totalCount > edges.length && <p>{totalCount - edges.length} more wait on the pages of your communities.</p>}
    </>
  );
}
