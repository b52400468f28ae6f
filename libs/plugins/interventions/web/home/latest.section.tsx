/** For visitors: what anyone may read, published lately. */
import { Link } from 'react-router';
import { useHomeCount, usePageQuery } from '@hub/core/web';
import { IllustrativeListNote } from '@hub/ui';
import { InterventionRows } from '../intervention-rows';
import { LatestInterventionsDocument } from './home.generated';

export default function LatestSection() {
  const { data } = usePageQuery(LatestInterventionsDocument);
  const { totalCount, edges } = data.interventions;
  useHomeCount(totalCount);
  if (totalCount === 0) return null;
  const interventions = edges.map(({ node }) => node);
  return (
    <>
      <IllustrativeListNote items={interventions} />
      <InterventionRows interventions={interventions} headingLevel={3} />
      <p>
        <Link to="/interventions">See all {totalCount} interventions</Link>
      </p>
    </>
  );
}
