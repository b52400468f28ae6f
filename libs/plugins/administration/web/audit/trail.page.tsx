/** What the audit log has about oneself: anyone signed in. */
import { useLocation } from 'react-router';
import { Page, usePageQuery } from '@hub/core/web';
import { counted, Pager } from '@hub/ui';
import { OwnTrailDocument } from './audit.generated';
import { AuditList } from './audit-list';

const crumbs = [
  { to: '/', label: 'Home' },
  { to: '/account', label: 'Your account' },
];

export default function TrailPage() {
  const after = new URLSearchParams(useLocation().search).get('after');
  const { data } = usePageQuery(OwnTrailDocument, { after });
  const { totalCount, edges, pageInfo } = data.viewerAudit;
  return (
    <Page title="What was recorded of you" breadcrumbs={crumbs}>
      <p>What you did, and what was done to your account. The log cannot be changed, by anybody.</p>
      <p>{counted(totalCount, 'entry')}</p>
      <AuditList entries={edges.map(({ node }) => node)} empty="Nothing yet." />
      <Pager pageInfo={pageInfo} what="entries" />
    </Page>
  );
}
