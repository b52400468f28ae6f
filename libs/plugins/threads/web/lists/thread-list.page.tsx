/** All discussions: latest activity first, filtered by care model, kind and what is new. */
import { useLocation, useSearchParams } from 'react-router';
import { Page, useListScope, usePageQuery } from '@hub/core/web';
import { ButtonLink, chosenFilters, counted, EmptyState, FilterPanel, NewItems, Pager } from '@hub/ui';
import { FollowTag } from './follow-tag';
import { MarkAllRead } from './mark-all-read';
import { PinnedThreads } from './pinned-threads';
import { filterOf, threadFilters } from './thread-filters';
import { ThreadRows } from './thread-rows';
import { useNewThreads } from './use-new-threads';
import { ThreadListDocument, ThreadTagChoicesDocument } from '../threads.generated';

const pageSize = 20;

export default function ThreadListPage() {
  const { search } = useLocation();
  const [address] = useSearchParams();
  const { data: known } = usePageQuery(ThreadTagChoicesDocument);
  const scopes = { heard: useListScope('threads.heard'), unread: useListScope('threads.unread') };
  const filters = threadFilters(
    known.threadTags.map(({ tag }) => tag),
    search,
    scopes,
  );
  const chosen = chosenFilters(filters, search);
  const filter = filterOf(chosen, scopes);
  const { data, refetch } = usePageQuery(ThreadListDocument, { filter, ...pageOf(address) });
  const { threads } = data;
  const waiting = useNewThreads(filter, threads.totalCount);
  const mayStart = data.modelTypes.some((model) => model.viewerCanStartThread);
  return (
    <Page title="Discussions" breadcrumbs={[{ to: '/', label: 'Home' }]}>
      {mayStart && <ButtonLink to="/discussions/new">Start a discussion</ButtonLink>}
      <FilterPanel filters={filters} />
      <FollowTag chosen={chosen} known={known.threadTags} />
      {search === '' && <PinnedThreads models={[]} headingLevel={2} />}
      <p>{counted(threads.totalCount, 'discussion')}</p>
      <MarkAllRead filter={filter} onChange={refetch} />
      <NewItems count={waiting} noun="discussion" onShow={refetch} />
      {threads.edges.length === 0 ? (
        <EmptyState>
          <p>No discussions here yet. {mayStart ? 'Start one, or show' : 'Show'} fewer filters.</p>
        </EmptyState>
      ) : (
        <ThreadRows threads={threads.edges.map(({ node }) => node)} headingLevel={2} />
      )}
      <Pager pageInfo={threads.pageInfo} what="discussions" canGoBack />
    </Page>
  );
}

function pageOf(address: URLSearchParams) {
  const before = address.get('before');
  return before ? { last: pageSize, before } : { first: pageSize, after: address.get('after') };
}
