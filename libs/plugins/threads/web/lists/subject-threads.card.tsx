/** Discussions about one thing, and the way to start one. */
import { Link } from 'react-router';
import { usePageQuery, useViewer, type EntityPartProps } from '@hub/core/web';
import { counted, NewItems } from '@hub/ui';
import { ThreadRows } from './thread-rows';
import { useNewThreads } from './use-new-threads';
import { ThreadListDocument } from '../threads.generated';

const shown = 5;

export default function SubjectThreads(props: EntityPartProps) {
  return useViewer() ? <MemberThreads {...props} /> : null;
}

function MemberThreads({ reference }: EntityPartProps) {
  const filter = { about: reference };
  const { data, refetch } = usePageQuery(ThreadListDocument, { filter, first: shown });
  const { threads } = data;
  const waiting = useNewThreads(filter, threads.totalCount);
  return (
    <section aria-labelledby="subject-threads">
      <h2 id="subject-threads">Discussions</h2>
      {threads.totalCount === 0 ? <p>No discussions yet.</p> : <p>{counted(threads.totalCount, 'discussion')}</p>}
      <NewItems count={waiting} noun="discussion" onShow={refetch} />
      <ThreadRows threads={threads.edges.map(({ node }) => node)} headingLevel={3} />
      {data.modelTypes.some((model) => model.viewerCanStartThread) && (
        <p className="hub-no-print">
          <Link to={`/discussions/new?about=${encodeURIComponent(reference)}`}>Start a discussion about this</Link>
        </p>
      )}
    </section>
  );
}
