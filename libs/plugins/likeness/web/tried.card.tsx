/** On a site's page: what worked at sites like it, and what ended there and why. */
import { Link } from 'react-router';
import { nameOf } from '@hub/core/contract';
import { useLinkTo, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { HowMeasured } from './how-measured';
import { SiteTriedAlikeDocument } from './likeness.generated';
import { TriedGroups } from './tried-groups';

const shown = 3;

export default function TriedCard({ reference }: EntityPartProps) {
  const { data } = usePageQuery(SiteTriedAlikeDocument, { slug: nameOf(reference), first: shown });
  const linkTo = useLinkTo();
  if (!data.site) return null;
  const { worked, ended } = data.site;
  const more = worked.totalCount + ended.totalCount - worked.edges.length - ended.edges.length;
  return (
    <>
      <TriedGroups site={data.site} />
      {more > 0 && (
        <p className="hub-no-print">
          <Link to={linkTo(reference, '/alike')}>See all of both lists</Link>
        </p>
      )}
      {worked.totalCount + ended.totalCount > 0 && <HowMeasured />}
    </>
  );
}
