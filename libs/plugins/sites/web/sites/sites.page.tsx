/** All sites, by care model and words. */
import { useLocation } from 'react-router';
import { Page, PageLink, useHasPage, usePageQuery, useViewer } from '@hub/core/web';
import { EmptyState, FilterPanel, IllustrativeListNote, Pager, WordsFilter, counted } from '@hub/ui';
import { askedFor, careModelFilter } from '../care-model-filter';
import { SiteRows } from '../site-rows';
import { SiteListDocument } from './site-list.generated';

/** Brought by the plugin through which new sites begin. */
const proposing = '/propose-a-site';

export default function SitesPage() {
  const question = askedFor(useLocation().search);
  const { data } = usePageQuery(SiteListDocument, question);
  const viewer = useViewer();
  const hasPage = useHasPage();
  const { totalCount, edges, pageInfo } = data.sites;
  const sites = edges.map(({ node }) => node);
  return (
    <Page title="Sites" breadcrumbs={[{ to: '/', label: 'Home' }]}>
      <WordsFilter label="Words in the name or the description" />
      <FilterPanel filters={[careModelFilter(data.modelTypes)]} />
      <p aria-live="polite">{counted(totalCount, 'site')}</p>
      <IllustrativeListNote items={sites} />
      {totalCount === 0 ? (
        <EmptyState>
          <p>No sites match. Remove a filter or use other words.</p>
        </EmptyState>
      ) : (
        <SiteRows sites={sites} headingLevel={2} />
      )}
      <Pager pageInfo={pageInfo} what="sites" words={{ next: 'Next', previous: 'Previous' }} />
      {viewer && hasPage(proposing) && (
        <p className="hub-no-print">
          Not there? <PageLink to={proposing}>Propose a new site</PageLink>
        </p>
      )}
    </Page>
  );
}
