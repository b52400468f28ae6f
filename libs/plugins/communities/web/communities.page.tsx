/** All communities that the reader may see: their own first, then the others, and the invitations that wait for them. */
import { Link, useLocation, useSearchParams } from 'react-router';
import { Page, usePageQuery, useViewer } from '@hub/core/web';
import { ButtonLink, counted, EmptyState, Pager, WordsFilter } from '@hub/ui';
import { CommunityListDocument } from './communities.generated';
import { CommunityRows } from './community-rows';
import { Done } from './done';
import { InvitationBoxes } from './invitation-boxes';

const pageSize = 20;

export default function CommunitiesPage() {
  const viewer = useViewer();
  const [address] = useSearchParams();
  const { search } = useLocation();
  return (
    <Page title="Communities" breadcrumbs={[{ to: '/', label: 'Home' }]}>
      <Done />
      <p>
        People who talk about one thing. Each <Link to="/care-models">care model</Link> has a community too, on its own
        page.
      </p>
      {viewer && (
        <>
          <ButtonLink to="/communities/new">Make a community</ButtonLink>
          <InvitationBoxes />
        </>
      )}
      {viewer && search === '' && <YourCommunities />}
      <AllCommunities address={address} isMember={viewer !== null} />
    </Page>
  );
}

function YourCommunities() {
  const { communities } = usePageQuery(CommunityListDocument, { filter: { mine: true }, first: 100 }).data;
  if (communities.totalCount === 0) return null;
  return (
    <section aria-labelledby="yours">
      <h2 id="yours">Your communities</h2>
      <CommunityRows rows={communities.edges.map(({ node }) => node)} headingLevel={3} />
    </section>
  );
}

function AllCommunities({ address, isMember }: { readonly address: URLSearchParams; readonly isMember: boolean }) {
  const [text, before] = [address.get('text'), address.get('before')];
  const page = before ? { last: pageSize, before } : { first: pageSize, after: address.get('after') };
  const filter = { ...(isMember ? { mine: false } : {}), ...(text ? { text } : {}) };
  const { communities } = usePageQuery(CommunityListDocument, { filter, ...page }).data;
  return (
    <section aria-labelledby="others">
      <h2 id="others">{isMember ? 'Communities you can join' : 'Open communities'}</h2>
      <WordsFilter label="Words in the name or the purpose" />
      <p aria-live="polite">{counted(communities.totalCount, 'community', 'communities')}</p>
      {communities.totalCount === 0 ? (
        <EmptyState>
          <p>{text ? 'None matches. Use other words.' : 'There are none yet that you do not belong to.'}</p>
        </EmptyState>
      ) : (
        <CommunityRows rows={communities.edges.map(({ node }) => node)} headingLevel={3} />
      )}
      <Pager
        pageInfo={communities.pageInfo}
        what="communities"
        words={{ next: 'Next', previous: 'Previous' }}
        canGoBack
      />
    </section>
  );
}
