/** The versions as a plain list: number, date, what changed, and a link that compares. */
import { useLinkTo } from '@hub/core/web';
import { Time } from '@hub/ui';
import { Link } from 'react-router';
import type { ShownIntervention } from './intervention.page';

type Version = ShownIntervention['versions']['edges'][number]['node'];

export function VersionList({ intervention }: { readonly intervention: ShownIntervention }) {
  const { totalCount, edges } = intervention.versions;
  if (totalCount === 0) return null;
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">Versions ({totalCount})</h2>
      <ul className="nhsuk-list hub-rows">
        {edges.map(({ node }) => (
          <VersionRow key={node.id} version={node} intervention={intervention} />
        ))}
      </ul>
    </section>
  );
}

interface VersionRowProps {
  readonly version: Version;
  readonly intervention: ShownIntervention;
}

function VersionRow({ version, intervention }: VersionRowProps) {
  const linkTo = useLinkTo();
  const { number, publishedAt, publishedBy, changeNote } = version;
  return (
    <li className="hub-rows__row">
      <Link to={linkTo(intervention.id, `/versions/${number}`)}>Version {number}</Link>
      <p className="hub-meta nhsuk-u-margin-bottom-1">
        <Time at={publishedAt} />
        {publishedBy && `, by ${publishedBy.displayName}`}
      </p>
      {changeNote && <p className="hub-plain-text nhsuk-u-margin-bottom-1">{changeNote}</p>}
      {number > 1 && (
        <Link className="hub-no-print" to={linkTo(intervention.id, `/compare?from=${number - 1}&to=${number}`)}>
          Compare version {number} with version {number - 1}
        </Link>
      )}
    </li>
  );
}
