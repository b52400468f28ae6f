/** What people ask and say in one care model, arriving while the page is read. */
import { Link, useSearchParams } from 'react-router';
import { careModelCode } from '@hub/core/contract';
import { useListScope, usePageQuery, useSignInAddress, useViewer, type EntityPartProps } from '@hub/core/web';
import { ButtonLink, EmptyState, NewItems } from '@hub/ui';
import { MarkAllRead } from './mark-all-read';
import { PinnedThreads } from './pinned-threads';
import { ThreadRows } from './thread-rows';
import { useNewThreads } from './use-new-threads';
import { ThreadListDocument } from '../threads.generated';

const shown = 5;

export default function CareModelThreads(props: EntityPartProps) {
  return useViewer() ? <MemberThreads {...props} /> : <SignInToSee />;
}

function SignInToSee() {
  const address = useSignInAddress();
  return (
    <section aria-labelledby="care-model-threads">
      <h2 id="care-model-threads">Discussions</h2>
      <p>
        <Link to={address}>Sign in</Link> to see what people ask and say in this care model.
      </p>
    </section>
  );
}

function MemberThreads({ reference }: EntityPartProps) {
  const code = careModelCode(reference);
  const [address] = useSearchParams();
  const unreadOnly = address.get('show') === 'unread';
  const scope = useListScope('threads.unread');
  const filter = { modelTypes: [code], ...(unreadOnly ? { ...scope, unreadOnly } : {}) };
  const { data, refetch } = usePageQuery(ThreadListDocument, { filter, first: shown });
  const { threads } = data;
  const waiting = useNewThreads(filter, threads.totalCount);
  const mayStart = data.modelTypes.some((model) => model.id === reference && model.viewerCanStartThread);
  return (
    <section aria-labelledby="care-model-threads">
      <h2 id="care-model-threads">Discussions</h2>
      {mayStart && (
        <ButtonLink to={`/discussions/new?model=${code}`} small>
          Start one
        </ButtonLink>
      )}
      <p className="hub-no-print">
        <Link to={unreadOnly ? '?' : '?show=unread'}>{unreadOnly ? 'Show all' : 'Show what is new for me'}</Link>
      </p>
      <MarkAllRead filter={{ ...filter, ...scope }} onChange={refetch} />
      {!unreadOnly && <PinnedThreads models={[code]} headingLevel={3} />}
      <NewItems count={waiting} noun="discussion" onShow={refetch} />
      {threads.edges.length === 0 ? (
        <NoThreads unreadOnly={unreadOnly} />
      ) : (
        <ThreadRows threads={threads.edges.map(({ node }) => node)} headingLevel={3} />
      )}
      {threads.totalCount > shown && (
        <p className="hub-no-print">
          <Link to={`/discussions?model=${code}`}>See all {threads.totalCount} discussions</Link>
        </p>
      )}
    </section>
  );
}

function NoThreads({ unreadOnly }: { readonly unreadOnly: boolean }) {
  return (
    <EmptyState>
      <p>{unreadOnly ? 'You have read everything here.' : 'No discussions yet. Start one.'}</p>
      {!unreadOnly && (
        <ul>
          <li>What does your audit say people need, and does it match what you planned?</li>
          <li>Who has to be in the room for this to work, and who has been missing?</li>
        </ul>
      )}
    </EmptyState>
  );
}
