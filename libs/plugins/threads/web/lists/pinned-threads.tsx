/** What facilitators keep on top, in all care models or in some. Nothing where nothing is pinned. */
import { usePageQuery } from '@hub/core/web';
import { ThreadRows } from './thread-rows';
import { ThreadListDocument } from '../threads.generated';

const most = 5;

interface PinnedThreadsProps {
  /** Codes; none for all care models. */
  readonly models: readonly string[];
  readonly headingLevel: 2 | 3;
}

export function PinnedThreads({ models, headingLevel }: PinnedThreadsProps) {
  const filter = { pinned: true, ...(models.length ? { modelTypes: [...models] } : {}) };
  const { data } = usePageQuery(ThreadListDocument, { filter, first: most });
  const pinned = data.threads.edges.map(({ node }) => node);
  if (pinned.length === 0) return null;
  const Heading = `h${headingLevel}` as const;
  return (
    <>
      <Heading className="nhsuk-heading-s">Pinned by facilitators</Heading>
      <ThreadRows threads={pinned} headingLevel={3} />
    </>
  );
}
