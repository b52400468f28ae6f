/** Two sites side by side: theirs, and one of ours. */
import { Link, useLocation, useParams } from 'react-router';
import { NotFound, Page, useLinkTo, usePageQuery, useViewer } from '@hub/core/web';
import { IllustrativeListNote } from '@hub/ui';
import { CompareTable } from './compare-table';
import { SiteCompareDocument } from './site.generated';

/** `?with=` names one of the reader's sites, when they have several. */
export default function SiteComparePage() {
  const { name = '' } = useParams();
  const asked = new URLSearchParams(useLocation().search).get('with');
  const sites = useViewer()?.sites ?? [];
  const ours = sites.find(({ slug }) => slug === asked) ?? sites.find(({ slug }) => slug !== name);
  return ours ? <Comparison theirs={name} ours={ours.slug} /> : <NotFound />;
}

function Comparison({ theirs, ours }: { readonly theirs: string; readonly ours: string }) {
  const { data } = usePageQuery(SiteCompareDocument, { slug: theirs, ours });
  const linkTo = useLinkTo();
  if (!data.theirs || !data.ours) return <NotFound />;
  return (
    <Page
      wide
      title={`Compare ${data.theirs.name} with ${data.ours.name}`}
      back={{ to: linkTo(data.theirs.id), label: data.theirs.name }}
    >
      <IllustrativeListNote items={[data.theirs, data.ours]} />
      <OtherSites theirs={theirs} ours={ours} />
      <CompareTable theirs={data.theirs} ours={data.ours} />
    </Page>
  );
}

function OtherSites({ theirs, ours }: { readonly theirs: string; readonly ours: string }) {
  const { pathname } = useLocation();
  const others = (useViewer()?.sites ?? []).filter(({ slug }) => slug !== ours && slug !== theirs);
  return others.map(({ slug, name }) => (
    <p key={slug} className="hub-no-print">
      <Link to={`${pathname}?with=${slug}`}>Compare with {name} instead</Link>
    </p>
  ));
}
