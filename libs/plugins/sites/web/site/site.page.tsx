/** One site: is it like ours, what does it do, and whom to ask. */
import { useParams } from 'react-router';
import { EntityActions, EntityCards, NotFound, Page, PartBoundary, usePageQuery, useViewer } from '@hub/core/web';
import { IllustrativeNote, WhoSees } from '@hub/ui';
import { SearchEngines } from './search-engines';
import { SiteContext } from './site-context';
import { SiteFacts } from './site-facts';
import { SitePeople } from './site-people';
import { SitePageDocument } from './site.generated';

const crumbs = [
  { to: '/', label: 'Home' },
  { to: '/sites', label: 'Sites' },
];

export default function SitePage() {
  const { name = '' } = useParams();
  const { data } = usePageQuery(SitePageDocument, { slug: name });
  const viewer = useViewer();
  const { site } = data;
  if (!site) return <NotFound />;
  return (
    <Page
      title={site.name}
      breadcrumbs={crumbs}
      facts={
        <>
          <WhoSees who={site.whoCanSee} />
          {site.illustrative && <IllustrativeNote />}
        </>
      }
      aside={<EntityCards reference={site.id} place="aside" />}
    >
      {site.tagline && <p className="nhsuk-lede-text">{site.tagline}</p>}
      <EntityActions reference={site.id} />
      <SiteFacts site={site} />
      <EntityCards reference={site.id} place="main" />
      <SiteContext site={site} />
      {site.viewerCanSetIndexable && <SearchEngines site={site} />}
      {viewer && (
        <PartBoundary what="the people of this site">
          <SitePeople slug={site.slug} siteName={site.name} />
        </PartBoundary>
      )}
    </Page>
  );
}
