/** A member's home: three lists. No greeting, no banner. */
import { EmptyState, listed } from '@hub/ui';
import type { ViewerMember } from '../auth/viewer';
import { PageLink, useHasPage } from '../plugin/links';
import { Page } from '../shell/page';
import { HomeGroup } from './home-group';

export function MemberHome({ viewer }: { readonly viewer: ViewerMember }) {
  const sites = viewer.sites.map((site) => site.name);
  // Whoever belongs nowhere yet finds the same steps among what waits for them, where a plugin brings them.
  const isWelcomed = useHasPage()('/welcome') && sites.length === 0;
  return (
    <Page
      title={sites.length > 0 ? `New for ${listed(sites)}` : 'New for you'}
      aside={<HomeGroup group="ours" heading="Our adaptations" empty={<NoAdaptations />} />}
    >
      <HomeGroup group="waiting" heading="Waiting for you" empty={<p>Nothing is waiting for you</p>} />
      <HomeGroup
        group="since"
        heading="New in your care models"
        empty={isWelcomed ? <p>Nothing new yet</p> : <FirstSteps />}
      />
    </Page>
  );
}

function NoAdaptations() {
  return (
    <EmptyState>
      <p>Your site has not adapted anything yet.</p>
    </EmptyState>
  );
}

function FirstSteps() {
  return (
    <EmptyState>
      <p>Nothing new yet. 3 steps to hear of more:</p>
      <ol className="nhsuk-list nhsuk-list--number">
        <li>
          Find your site: <PageLink to="/sites">its page</PageLink> shows what it runs and adapts.
        </li>
        <li>
          Follow a <PageLink to="/care-models">care model</PageLink>.
        </li>
        <li>
          Read one <PageLink to="/interventions">intervention</PageLink> and what others changed.
        </li>
      </ol>
    </EmptyState>
  );
}
