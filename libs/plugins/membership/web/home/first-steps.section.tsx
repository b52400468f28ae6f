/** On the home page of somebody who belongs to no site yet: 3 steps to begin with. */
import { Link } from 'react-router';
import { PageLink, useHomeCount, useViewer } from '@hub/core/web';
import { welcomePage } from '@hub/plugins/membership/contract';

export default function FirstSteps() {
  const viewer = useViewer();
  const isNew = viewer !== null && viewer.sites.length === 0;
  useHomeCount(isNew ? 1 : 0);
  if (!isNew) return null;
  return (
    <>
      <p>3 steps to begin with:</p>
      <ol className="nhsuk-list nhsuk-list--number">
        <li>
          <Link to={`${welcomePage}?step=2`}>Choose your site</Link>
        </li>
        <li>
          <Link to={`${welcomePage}?step=3`}>Follow a care model</Link>
        </li>
        <li>
          <PageLink to="/interventions">Read one intervention</PageLink> and what others changed
        </li>
      </ol>
    </>
  );
}
