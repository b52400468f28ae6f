/** Which of the reader's sites others are compared with. */
import { Link, useLocation } from 'react-router';
import { PageLink, useSignInAddress, useViewer, type ViewerMember } from '@hub/core/web';

export type OwnSite = ViewerMember['sites'][number];

/** The reader's site that `?site=` names, else their first; null where they have none. */
export function useOwnSite(): OwnSite | null {
  const asked = new URLSearchParams(useLocation().search).get('site');
  const sites = useViewer()?.sites ?? [];
  return sites.find(({ slug }) => slug === asked) ?? sites[0] ?? null;
}

/** Links to compare with another of their sites. Nothing where they have one. */
export function OtherOwnSites({ chosen }: { readonly chosen: OwnSite }) {
  const { pathname } = useLocation();
  const others = (useViewer()?.sites ?? []).filter(({ slug }) => slug !== chosen.slug);
  return others.map(({ slug, name }) => (
    <p key={slug} className="hub-no-print">
      <Link to={`${pathname}?site=${slug}`}>Compare with {name} instead</Link>
    </p>
  ));
}

/** For readers without a site: how to get one. */
export function NoOwnSite() {
  const viewer = useViewer();
  const signIn = useSignInAddress();
  if (!viewer) {
    return (
      <p>
        <Link to={signIn}>Sign in</Link> to see first the sites that are like yours.
      </p>
    );
  }
  return (
    <p>
      You do not belong to a site yet, so we cannot say which are like yours.{' '}
      <PageLink to="/sites">Find your site</PageLink> and ask to join it, or{' '}
      <PageLink to="/propose-a-site">propose a new one</PageLink>.
    </p>
  );
}
