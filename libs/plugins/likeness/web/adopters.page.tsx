/** Everyone who took an intervention up, those most like one of the reader's sites first. */
import { useLocation, useParams } from 'react-router';
import { NotFound, Page, useLinkTo, usePageQuery } from '@hub/core/web';
import { AdopterRows, AlikeGroup } from './alike-rows';
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
    goingAfter: cursorIn(search, 'going'),
    endedAfter: cursorIn(search, 'ended'),
  });
  if (!data.intervention) return <NotFound />;
  const { id, title, going, ended } = data.intervention;
  return (
    <Page title={`${title}: at sites like ${own.name}`} back={{ to: linkTo(id), label: title }}>
      <OtherOwnSites chosen={own} />
      <HowMeasured />
      <AlikeGroup
        {...{ id: 'alike-going', heading: 'Use it or are looking at it', headingLevel: 2, list: going, param: 'going' }}
        empty="No other site uses it or is looking at it."
      >
        <AdopterRows list={going} site={own.name} />
      </AlikeGroup>
      <AlikeGroup
        {...{
          id: 'alike-ended',
          heading: 'Stopped or decided against, and why',
          headingLevel: 2,
          list: ended,
          param: 'ended',
        }}
        empty="No other site has stopped it or decided against it."
      >
        <AdopterRows list={ended} site={own.name} />
      </AlikeGroup>
    </Page>
  );
}
