/** What is said in a community, arriving while the page is read; what is pinned on top. */
import { useSearchParams } from 'react-router';
import { usePageQuery, useViewer, type EntityPartProps } from '@hub/core/web';
import { counted, EmptyState, NewItems, Pager } from '@hub/ui';
import { ThreadRows } from './thread-rows';
import { useNewThreads } from './use-new-threads';
import { CommunityThreadsDocument } from '../threads.generated';

const pageSize = 10;

export default function CommunityThreads(props: EntityPartProps) {
  return useViewer() ? <MemberThreads {...props} /> : null;
}

function MemberThreads({ reference }: EntityPartProps) {
  const [address] = useSearchParams();
  const before = address.get('discussions-before');
  const page = before ? { last: pageSize, before } : { first: pageSize, after: address.get('discussions-after') };
  const { data, refetch } = usePageQuery(CommunityThreadsDocument, { community: reference, ...page });
  const { threads, pinned } = data;
  const waiting = useNewThreads({ community: reference }, threads.totalCount);
  return (
    <section aria-labelledby="community-threads">
      <h2 id="community-threads">Discussions</h2>
      {pinned.edges.length > 0 && (
        <>
          <h3 className="nhsuk-heading-s">Pinned by facilitators</h3>
          <ThreadRows threads={pinned.edges.map(({ node }) => node)} headingLevel={3} />
        </>
      )}
      {threads.totalCount > 0 && <p>{counted(threads.totalCount, 'discussion')}</p>}
      <NewItems count={waiting} noun="discussion" onShow={refetch} />
      {threads.totalCount === 0 ? (
        <EmptyState>
          <p>Nobody has said anything here yet. Begin with what brought you here.</p>
        </EmptyState>
      ) : (
        <ThreadRows threads={threads.edges.map(({ node }) => node)} headingLevel={3} />
      )}
      <Pager pageInfo={threads.pageInfo} what="discussions" param="discussions-" canGoBack />
    </section>
  );
}
