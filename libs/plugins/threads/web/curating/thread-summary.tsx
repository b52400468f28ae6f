/** What facilitators say that a long discussion comes to, above it. */
import { Markdown, Meta, Time } from '@hub/ui';
import type { ThreadOnPage } from '../thread.page';

export function ThreadSummary({ thread: { summary } }: { readonly thread: ThreadOnPage }) {
  if (!summary) return null;
  return (
    <section aria-labelledby="summary" className="nhsuk-inset-text">
      <h2 id="summary" className="nhsuk-heading-s">
        Summary
      </h2>
      <Markdown text={summary.body} />
      <Meta>
        {summary.writtenBy?.displayName ?? 'A facilitator'}, <Time at={summary.writtenAt} as="date-time" />
      </Meta>
    </section>
  );
}
