/** On a care model's page: the sites that work with it. */
import { Link } from 'react-router';
import { careModelCode } from '@hub/core/contract';
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { EmptyState, IllustrativeListNote } from '@hub/ui';
import { SiteRows } from '../site-rows';
import { CareModelSitesDocument } from './site-cards.generated';

export default function CareModelSites({ reference }: EntityPartProps) {
  const code = careModelCode(reference);
  const { data } = usePageQuery(CareModelSitesDocument, { codes: [code], first: 6 });
  const { totalCount, edges } = data.sites;
  return (
    <section aria-labelledby="care-model-sites">
      <h2 id="care-model-sites">Sites</h2>
      {totalCount === 0 ? (
        <EmptyState>
          <p>No site works with this care model yet.</p>
        </EmptyState>
      ) : (
        <>
          <IllustrativeListNote items={edges.map(({ node }) => node)} />
          <SiteRows sites={edges.map(({ node }) => node)} headingLevel={3} withoutModels />
        </>
      )}
      {totalCount > edges.length && (
        <p>
          <Link to={`/sites?model=${code}`}>See all {totalCount} sites</Link>
        </p>
      )}
    </section>
  );
}
