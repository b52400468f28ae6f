/** On a care model's page: what sites have published lately for this kind of service. */
import { Link } from 'react-router';
import { careModelCode } from '@hub/core/contract';
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { EmptyState, IllustrativeListNote } from '@hub/ui';
import { InterventionRows } from '../intervention-rows';
import { CareModelInterventionsDocument } from './cards.generated';

export default function CareModelInterventions({ reference }: EntityPartProps) {
  const code = careModelCode(reference);
  const { data } = usePageQuery(CareModelInterventionsDocument, { codes: [code], first: 5 });
  const { totalCount, edges } = data.interventions;
  return (
    <section aria-labelledby="care-model-interventions">
      <h2 id="care-model-interventions">Interventions</h2>
      {totalCount === 0 ? (
        <EmptyState>
          <p>No intervention has been published for this care model yet.</p>
        </EmptyState>
      ) : (
        <>
          <IllustrativeListNote items={edges.map(({ node }) => node)} />
          <InterventionRows interventions={edges.map(({ node }) => node)} headingLevel={3} />
        </>
      )}
      {totalCount > edges.length && (
        <p>
          <Link to={`/interventions?model=${code}`}>See all {totalCount} interventions</Link>
        </p>
      )}
    </section>
  );
}
