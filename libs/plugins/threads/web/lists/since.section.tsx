/** On the home page: discussions with something new in what one follows, or without that in the care models of one's sites. */
import { Link } from 'react-router';
import { useHomeCount, useListScope, usePageQuery } from '@hub/core/web';
import { NewItems } from '@hub/ui';
import { ThreadRows } from './thread-rows';
import { useNewThreads } from './use-new-threads';
import { MyCareModelsDocument, ThreadListDocument } from '../threads.generated';

const shown = 5;

export default function SinceThreads() {
  const { data: mine } = usePageQuery(MyCareModelsDocument);
  const models = [...new Set(mine.viewer?.sites.flatMap((site) => site.modelTypes.map(({ code }) => code)))];
  const heard = useListScope('threads.heard');
  const filter = { unreadOnly: true, ...(heard ?? { modelTypes: models }) };
  const { data, refetch } = usePageQuery(ThreadListDocument, { filter, first: shown });
  const { threads } = data;
  const waiting = useNewThreads(filter, threads.totalCount);
  useHomeCount(threads.totalCount);
  return (
    <>
      <NewItems count={waiting} noun="discussion" onShow={refetch} />
      <ThreadRows threads={threads.edges.map(({ node }) => node)} />
      {threads.totalCount > shown && (
        <p className="hub-no-print">
          <Link
            to={`/discussions?${new URLSearchParams([['show', 'unread'], ...(heard ? [['show', 'followed']] : models.map((code) => ['model', code]))])}`}
          >
            See all {threads.totalCount} with something new
          </Link>
        </p>
      )}
    </>
  );
}
