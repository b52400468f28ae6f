/** The people of a community; for those who facilitate it with who wants in and who was asked in. */
import { Link, useLocation, useParams } from 'react-router';
import { NotFound, Page, usePageQuery } from '@hub/core/web';
import { ButtonLink, EmptyState, Pager } from '@hub/ui';
import { communityAddress, communityIn, homeOf } from './addresses';
import { Done } from './done';
import { InvitationList } from './invitation-list';
import { MemberList } from './member-list';
import { CommunityPeoplePageDocument, type CommunityPeoplePageQuery } from './people.generated';
import { RequestList } from './request-list';

export type CommunityWithPeople = NonNullable<CommunityPeoplePageQuery['community']>;

export default function PeoplePage() {
  const { name } = useParams();
  const asked = new URLSearchParams(useLocation().search);
  const { data, refetch } = usePageQuery(CommunityPeoplePageDocument, {
    id: communityIn(name),
    after: asked.get('after'),
    invitationsAfter: asked.get('invitations-after'),
  });
  const { community } = data;
  if (!community?.viewerSeesInside) return <NotFound />;
  return (
    <Page title={`People of ${community.name}`} back={{ to: homeOf(community), label: community.name }}>
      <Done />
      {community.viewerCanFacilitate && <Requests community={community} />}
      <Members community={community} />
      {community.viewerCanFacilitate && !community.modelType && (
        <Invitations community={community} onChange={refetch} />
      )}
    </Page>
  );
}

function Requests({ community: { requests } }: { readonly community: CommunityWithPeople }) {
  if (requests.totalCount === 0) return null;
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">Asking to join ({requests.totalCount})</h2>
      <RequestList requests={requests.edges.map(({ node }) => node)} />
    </section>
  );
}

function Members({ community }: { readonly community: CommunityWithPeople }) {
  const { members, modelType, viewerCanFacilitate } = community;
  return (
    <section aria-labelledby="members">
      <h2 id="members">
        {modelType ? 'Facilitators' : 'Members'} ({members.totalCount})
      </h2>
      {modelType && <p>Everybody who is signed in belongs to the community of a care model.</p>}
      <MemberList community={community} />
      <Pager pageInfo={members.pageInfo} what="people" words={{ next: 'Next', previous: 'Previous' }} />
      {modelType && viewerCanFacilitate && (
        <ButtonLink look="secondary" to={communityAddress(community.id, '/people/add')}>
          Add a facilitator
        </ButtonLink>
      )}
      {community.viewerRole && !modelType && (
        <p className="hub-no-print">
          <Link to={communityAddress(community.id, '/leave')}>Leave {community.name}</Link>
        </p>
      )}
    </section>
  );
}

interface InvitationsProps {
  readonly community: CommunityWithPeople;
  readonly onChange: () => void;
}

function Invitations({ community: { id, invitations }, onChange }: InvitationsProps) {
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">Invited ({invitations.totalCount})</h2>
      {invitations.totalCount === 0 ? (
        <EmptyState>
          <p>Nobody is invited who has not answered.</p>
        </EmptyState>
      ) : (
        <InvitationList invitations={invitations.edges.map(({ node }) => node)} onChange={onChange} />
      )}
      <Pager
        pageInfo={invitations.pageInfo}
        what="invitations"
        param="invitations-"
        words={{ next: 'Next', previous: 'Previous' }}
      />
      <ButtonLink look="secondary" to={communityAddress(id, '/people/add')}>
        Invite somebody
      </ButtonLink>
    </section>
  );
}
