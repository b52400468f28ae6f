/** On the home page: discussions with something new in what one follows, or without that in the care models of one's sites. */
import { Link } from 'react-router';
import { useHomeCount, useListScope, usePageQuery } from '@hub/core/web';
import { ThreadRows } from './thread-rows';
import { MyCareModelsDocument, ThreadListDocument } from '../threads.generated';

const shown = 5;

export default function SinceThreads() {
  const { data: mine } = usePageQuery(MyCareModelsDocument);
  const models = [...new Set(mine.viewer?.sites.flatMap((site) => site.modelTypes.map(({ code }) => code)))];
  const heard = useListScope('threads.heard');
  const filter = { unreadOnly: true, ...(heard ?? { modelTypes: models }) };
  const { data } = usePageQuery(ThreadListDocument, { filter, first: shown });
  const { threads } = data;
  useHomeCount(threads.totalCount);
  if (threads.totalCount === 0) return null;
  return (
    <>
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
