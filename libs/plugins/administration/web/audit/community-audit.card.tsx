/** On the work list of those who facilitate a community: what the audit log has about it, newest first. */
import { usePageOf, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { Pager } from '@hub/ui';
import { CommunityAuditDocument } from './audit.generated';
import { AuditList } from './audit-list';
import { inWords } from './audit-words';

const id = 'log';

export default function CommunityAudit({ reference: community }: EntityPartProps) {
  const { communityAudit } = usePageQuery(CommunityAuditDocument, { community, ...usePageOf(id, 5) }).data;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="nhsuk-heading-m">
        Audit log ({communityAudit.totalCount})
      </h2>
      <p>
        Who came and left, was let in, removed or made a facilitator, what was pinned, and when who can see it was
        changed.
      </p>
      <AuditList
        entries={communityAudit.edges.map(({ node }) => inWords(node))}
        empty="Nothing yet."
        headingLevel={3}
      />
      <Pager pageInfo={communityAudit.pageInfo} what="entries" param={`${id}-`} canGoBack />
    </section>
  );
}
