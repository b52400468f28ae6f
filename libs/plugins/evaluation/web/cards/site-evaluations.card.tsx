/** On a site's page: what it found out about what it does. Nothing where it has written none. */
import { Link } from 'react-router';
import { nameOf } from '@hub/core/contract';
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { EvaluationRows } from '../evaluation-rows';
import { SiteEvaluationsDocument } from './cards.generated';

const shown = 5;

export default function SiteEvaluationsCard({ reference }: EntityPartProps) {
  const slug = nameOf(reference);
  const { totalCount, edges } = usePageQuery(SiteEvaluationsDocument, { sites: [slug], first: shown }).data.evaluations;
  if (totalCount === 0) return null;
  return (
    <section aria-labelledby="site-evaluations">
      <h2 id="site-evaluations">What they found out about it ({totalCount})</h2>
      <EvaluationRows evaluations={edges.map(({ node }) => node)} headingLevel={3} withoutSite />
      {totalCount > edges.length && (
        <p>
          <Link to={`/evaluations?site=${slug}`}>See all of their evaluations</Link>
        </p>
      )}
    </section>
  );
}
