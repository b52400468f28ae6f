/** On an intervention's page: who of those that took it up is like the reader's site, and how it went there. */
import { Link } from 'react-router';
import { nameOf } from '@hub/core/contract';
import { useLinkTo, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { AdopterRows } from './alike-rows';
import { HowMeasured } from './how-measured';
import { AdoptersAlikeDocument, HasAdoptersDocument } from './likeness.generated';
import { NoOwnSite, OtherOwnSites, useOwnSite, type OwnSite } from './own-site';

const shown = 3;

export default function AdoptersCard({ reference }: EntityPartProps) {
  const own = useOwnSite();
  const { data } = usePageQuery(HasAdoptersDocument, { slug: nameOf(reference) });
  if (!data.intervention?.adaptationCount) return null;
  return (
    <section aria-labelledby="sites-like-yours">
      <h2 id="sites-like-yours">{own ? `At sites like ${own.name}` : 'At sites like yours'}</h2>
      {own ? <Adopters reference={reference} own={own} /> : <NoOwnSite />}
    </section>
  );
}

function Adopters({ reference, own }: { readonly reference: string; readonly own: OwnSite }) {
  const { data } = usePageQuery(AdoptersAlikeDocument, {
    slug: nameOf(reference),
    site: own.slug,
    first: shown,
  });
  const linkTo = useLinkTo();
  if (!data.intervention) return null;
  const { adopters } = data.intervention;
  const total = adopters.totalCount;
  return (
    <>
      {total === 0 ? <p>No other site has taken it up yet.</p> : <AdopterRows list={adopters} site={own.name} />}
      {total > adopters.edges.length && (
        <p className="hub-no-print">
          <Link to={`${linkTo(reference, '/alike')}?site=${own.slug}`}>
            See all {total}, most like {own.name} first
          </Link>
        </p>
      )}
      <OtherOwnSites chosen={own} />
      {total > 0 && <HowMeasured />}
    </>
  );
}
