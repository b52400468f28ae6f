/** On a site's page: what it runs, and what it stopped. Stopping gets the same room. */
import { Link } from 'react-router';
import { nameOf } from '@hub/core/contract';
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { InterventionRows } from '../intervention-rows';
import { SiteInterventionsDocument, type SiteInterventionsQuery } from './cards.generated';

export default function SiteInterventions({ reference }: EntityPartProps) {
  const slug = nameOf(reference);
  const { data } = usePageQuery(SiteInterventionsDocument, { sites: [slug], first: 10 });
  return (
    <>
      <Group
        id="site-runs"
        heading="What they run"
        list={data.running}
        empty="They have not published an intervention that they run."
        slug={slug}
      />
      {data.stopped.totalCount > 0 && (
        <Group id="site-stopped" heading="What they stopped" list={data.stopped} empty="" slug={slug} />
      )}
    </>
  );
}

interface GroupProps {
  readonly id: string;
  readonly heading: string;
  readonly list: SiteInterventionsQuery['running'];
  readonly empty: string;
  readonly slug: string;
}

function Group({ id, heading, list, empty, slug }: GroupProps) {
  const { totalCount, edges } = list;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{totalCount > 0 ? `${heading} (${totalCount})` : heading}</h2>
      {totalCount === 0 ? (
        <p>{empty}</p>
      ) : (
        <InterventionRows interventions={edges.map(({ node }) => node)} headingLevel={3} withoutSite />
      )}
      {totalCount > edges.length && (
        <p>
          <Link to={`/interventions?site=${slug}`}>See all of their interventions</Link>
        </p>
      )}
    </section>
  );
}
