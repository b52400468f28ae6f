/** What the audit log has about a site and what it owns: for those who lead it. */
import { useLocation, useParams } from 'react-router';
import { NotFound, Page, useLinkTo, usePageQuery } from '@hub/core/web';
import { counted, Pager } from '@hub/ui';
import { SiteAuditDocument, SiteAuditSiteDocument, type SiteAuditSiteQuery } from './audit.generated';
import { AuditList } from './audit-list';

export default function SiteAuditPage() {
  const { name = '' } = useParams();
  const { data } = usePageQuery(SiteAuditSiteDocument, { slug: name });
  return data.site?.viewerCanLead ? <Entries site={data.site} /> : <NotFound />;
}

function Entries({ site }: { readonly site: NonNullable<SiteAuditSiteQuery['site']> }) {
  const linkTo = useLinkTo();
  const after = new URLSearchParams(useLocation().search).get('after');
  const { data } = usePageQuery(SiteAuditDocument, { site: site.id, after });
  const { totalCount, edges, pageInfo } = data.siteAudit;
  const crumbs = [
    { to: '/', label: 'Home' },
    { to: '/sites', label: 'Sites' },
    { to: linkTo(site.id), label: site.name },
  ];
  return (
    <Page title={`Audit log of ${site.name}`} breadcrumbs={crumbs}>
      <p>
        Who joined and left, whose role changed, what was shown to others, and when an administrator broke the glass.
      </p>
      <p>{counted(totalCount, 'entry')}</p>
      <AuditList entries={edges.map(({ node }) => node)} empty="Nothing yet." />
      <Pager pageInfo={pageInfo} what="entries" />
    </Page>
  );
}
