/** At a post: what it became in records, with the version of an intervention that it changed. */
import { Link } from 'react-router';
import { EntityLink, useLinkTo } from '@hub/core/web';
import { Meta } from '@hub/ui';
import type { PostPartsFragment } from '../threads.generated';
import { becameWords } from './promoted-words';

type Promotion = PostPartsFragment['promotions'][number];

export default function Became({ promotions }: { readonly promotions: readonly Promotion[] }) {
  return (
    <ul className="nhsuk-list">
      {promotions.map((promotion) => (
        <li key={promotion.id}>
          <Meta>
            <What {...promotion} />
          </Meta>
        </li>
      ))}
    </ul>
  );
}

function What({ kind, version, recordTitle, record }: Promotion) {
  const linkTo = useLinkTo();
  const title = <EntityLink reference={record.id}>{recordTitle}</EntityLink>;
  if (!version)
    return (
      <>
        {becameWords[kind]} {title}
      </>
    );
  const { number, intervention } = version;
  return (
    <>
      This changed{' '}
      <Link to={linkTo(intervention.id, `/versions/${number}`)}>
        version {number} of {intervention.title}
      </Link>
      . See the change in {title}
    </>
  );
}
