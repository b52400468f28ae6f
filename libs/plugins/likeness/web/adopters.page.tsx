/** Everyone who took an intervention up, those most like one of the reader's sites first. */
import { useLocation, useParams } from 'react-router';
import { NotFound, Page, useLinkTo, usePageQuery } from '@hub/core/web';
import { Pager } from '@hub/ui';
import { AdopterRows } from './alike-rows';
import { cursorIn } from './cursor-in';
import { HowMeasured } from './how-measured';
import { AdoptersAlikeDocument } from './likeness.generated';
import { NoOwnSite, OtherOwnSites, useOwnSite, type OwnSite } from './own-site';

const shown = 20;

export default function AdoptersPage() {
  const own = useOwnSite();
  if (own) return <Adopters own={own} />;
  return (
    <Page title="At sites like yours" breadcrumbs={[{ to: '/interventions', label: 'Interventions' }]}>
      <NoOwnSite />
    </Page>
  );
}

function Adopters({ own }: { readonly own: OwnSite }) {
  const { name = '' } = useParams();
  const { search } = useLocation();
  const linkTo = useLinkTo();
  const { data } = usePageQuery(AdoptersAlikeDocument, {
    slug: name,
    site: own.slug,
    first: shown,
    after: cursorIn(search, 'after'),
  });
  if (!data.intervention) return <NotFound />;
  const { id, title, adopters } = data.intervention;
  return (
    <Page title={`${title}: at sites like ${own.name}`} back={{ to: linkTo(id), label: title }}>
      <OtherOwnSites chosen={own} />
      <HowMeasured />
      {adopters.totalCount === 0 ? (
        <p>No other site has taken it up yet.</p>
      ) : (
        <AdopterRows list={adopters} site={own.name} />
      )}
      <Pager
        pageInfo={adopters.pageInfo}
        what="Sites that took it up"
        param="after"
        words={{ next: 'Next', previous: 'Previous' }}
      />
    </Page>
  );
}
