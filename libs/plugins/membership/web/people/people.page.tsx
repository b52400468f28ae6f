/** The people of a site: who they are there, and, for its leads, who wants in and who was asked in. */
import { Link, useLocation, useParams } from 'react-router';
import { NotFound, Page, usePageQuery } from '@hub/core/web';
import { ButtonLink, Details, EmptyState, Pager, SummaryList } from '@hub/ui';
import { siteRoleFacts, siteRoles } from '@hub/plugins/sites/contract';
import { inviteAddress, leaveAddress } from '../addresses';
import { Done } from '../done';
import { InvitationList } from './invitation-list';
import { SitePeoplePageDocument } from './people.generated';
import { RequestList } from './request-list';
import { TeamList } from './team-list';

export default function PeoplePage() {
  const { name = '' } = useParams();
  const { search, pathname } = useLocation();
  const asked = new URLSearchParams(search);
  const { data, refetch } = usePageQuery(SitePeoplePageDocument, {
    slug: name,
    after: asked.get('after'),
    invitationsAfter: asked.get('invitations-after'),
  });
  const { site } = data;
  if (!site) return <NotFound />;
  const { viewerCanLead, viewerRole, team, joinRequests, invitations } = site;
  return (
    <Page
      title={`People of ${site.name}`}
      breadcrumbs={[
        { to: '/', label: 'Home' },
        { to: '/sites', label: 'Sites' },
        { to: `/sites/${site.slug}`, label: site.name },
      ]}
    >
      <Done />
      {viewerCanLead && <ButtonLink to={inviteAddress(site.slug, pathname)}>Invite someone</ButtonLink>}
      {viewerCanLead && joinRequests.totalCount > 0 && (
        <section aria-labelledby="requests">
          <h2 id="requests">Asking to join ({joinRequests.totalCount})</h2>
          <RequestList requests={joinRequests.edges.map(({ node }) => node)} />
        </section>
      )}
      <section aria-labelledby="team">
        <h2 id="team">Members ({team.totalCount})</h2>
        <TeamList site={site} people={team.edges} />
        <Pager pageInfo={team.pageInfo} what="people" words={{ next: 'Next', previous: 'Previous' }} />
        <RoleWords />
        {viewerRole && (
          <p className="hub-no-print">
            <Link to={leaveAddress(site.slug)}>Leave {site.name}</Link>
          </p>
        )}
      </section>
      {viewerCanLead && (
        <section aria-labelledby="invitations">
          <h2 id="invitations">
            {invitations.totalCount > 0 ? `Invitations (${invitations.totalCount})` : 'Invitations'}
          </h2>
          {invitations.totalCount === 0 ? (
            <EmptyState>
              <p>Nobody has been invited yet.</p>
            </EmptyState>
          ) : (
            <InvitationList invitations={invitations.edges.map(({ node }) => node)} onChange={refetch} />
          )}
          <Pager
            pageInfo={invitations.pageInfo}
            what="invitations"
            param="invitations-"
            words={{ next: 'Next', previous: 'Previous' }}
          />
        </section>
      )}
    </Page>
  );
}

function RoleWords() {
  return (
    <Details summary="What each role may do">
      <SummaryList
        facts={siteRoles.map((role) => ({ name: siteRoleFacts[role].name, value: siteRoleFacts[role].sentence }))}
      />
    </Details>
  );
}
