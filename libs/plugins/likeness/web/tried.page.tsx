/** All that worked at sites like one, and all that ended there. */
import { useLocation, useParams } from 'react-router';
import { NotFound, Page, useLinkTo, usePageQuery } from '@hub/core/web';
import { cursorIn } from './cursor-in';
import { HowMeasured } from './how-measured';
import { SiteTriedAlikeDocument } from './likeness.generated';
import { TriedGroups } from './tried-groups';

const shown = 20;

export default function TriedPage() {
  const { name = '' } = useParams();
  const { search } = useLocation();
  const linkTo = useLinkTo();
  const { data } = usePageQuery(SiteTriedAlikeDocument, {
    slug: name,
    first: shown,
    workedAfter: cursorIn(search, 'worked'),
    endedAfter: cursorIn(search, 'ended'),
  });
  const { site } = data;
  if (!site) return <NotFound />;
  return (
    <Page title={`Tried at sites like ${site.name}`} back={{ to: linkTo(site.id), label: site.name }}>
      <HowMeasured />
      <TriedGroups site={site} paged />
    </Page>
  );
}
