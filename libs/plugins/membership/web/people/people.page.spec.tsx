import { screen, within } from '@testing-library/react';
import { openPage } from '../testing/open-page';
import PeoplePage from './people.page';

const noMore = {
  __typename: 'PageInfo',
  hasNextPage: false,
  endCursor: null,
  hasPreviousPage: false,
  startCursor: null,
};
const person = (id: string, displayName: string) => ({
  __typename: 'Member',
  id: `member:network/${id}`,
  displayName,
  roleTitle: 'Nurse',
});
const northvale = { __typename: 'Site', id: 'site:network/northvale', slug: 'northvale', name: 'Northvale' };

const site = (viewerCanLead: boolean) => ({
  ...northvale,
  viewerRole: viewerCanLead ? 'LEAD' : 'MEMBER',
  viewerCanLead,
  team: {
    __typename: 'SiteMembershipConnection',
    totalCount: 2,
    edges: [
      {
        __typename: 'SiteMembershipEdge',
        role: 'LEAD',
        since: '2016-03-05T09:00:00.000Z',
        node: person('amira', 'Amira Khan'),
      },
      {
        __typename: 'SiteMembershipEdge',
        role: 'GUEST',
        since: '2016-04-05T09:00:00.000Z',
        node: person('joel', 'Joel Price'),
      },
    ],
    pageInfo: noMore,
  },
  joinRequests: {
    __typename: 'JoinRequestConnection',
    totalCount: viewerCanLead ? 1 : 0,
    edges: viewerCanLead
      ? [
          {
            __typename: 'JoinRequestEdge',
            node: {
              __typename: 'JoinRequest',
              id: 'join-request:11111111-1111-4111-8111-111111111111',
              words: 'I work there on Mondays',
              askedAt: '2016-05-05T09:00:00.000Z',
              site: northvale,
              member: person('ruth', 'Ruth Stone'),
            },
          },
        ]
      : [],
  },
  invitations: {
    __typename: 'SiteInvitationConnection',
    totalCount: viewerCanLead ? 1 : 0,
    edges: viewerCanLead
      ? [
          {
            __typename: 'SiteInvitationEdge',
            node: {
              __typename: 'SiteInvitation',
              id: 'site-invitation:1',
              email: 'sam@elsewhere.example',
              role: 'EVALUATOR',
              state: 'EXPIRED',
              invitedAt: '2016-05-05T09:00:00.000Z',
              expiresAt: '2016-05-12T09:00:00.000Z',
              invitedBy: person('amira', 'Amira Khan'),
              acceptedBy: null,
            },
          },
        ]
      : [],
    pageInfo: noMore,
  },
});

const open = (viewerCanLead: boolean) =>
  openPage({
    path: '/sites/:name/people',
    at: '/sites/northvale/people',
    page: <PeoplePage />,
    answers: { SitePeoplePage: { data: { site: site(viewerCanLead) } } },
  });

describe('The people of a site', () => {
  it('are listed with their role and since when, and each role is explained', async () => {
    await open(false);

    expect(screen.getByText('Amira Khan').closest('li')?.textContent).toContain('Site lead, since 5 March 2016');
    expect(screen.getByText('Joel Price').closest('li')?.textContent).toContain('Guest, since 5 April 2016');
    expect(screen.getByText(/writes nothing\.$/)).toBeTruthy();
  });

  it('show members nothing to decide, and no invitations', async () => {
    await open(false);

    expect(screen.queryByRole('link', { name: /Change role/ })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Invite someone' })).toBeNull();
    expect(screen.queryByRole('heading', { name: /Invitations/ })).toBeNull();
    expect(screen.getByRole('link', { name: 'Leave Northvale' })).toBeTruthy();
  });

  it('show leads who asks to join, what can be done about each person, and what became of invitations', async () => {
    await open(true);

    expect(screen.getByRole('link', { name: 'Ruth Stone asks to join' }).getAttribute('href')).toBe(
      '/sites/northvale/requests/11111111-1111-4111-8111-111111111111',
    );
    expect(screen.getByRole('link', { name: 'Remove Joel Price' }).getAttribute('href')).toBe(
      '/sites/northvale/people/joel/remove',
    );
    const invitation = within(
      screen.getByText(/sam@elsewhere.example/, { selector: 'div' }).closest('li') as HTMLElement,
    );
    expect(invitation.getByText('Expired')).toBeTruthy();
    expect(invitation.getByRole('button', { name: /Send again/ })).toBeTruthy();
  });

  it('of a site that is not there is a page that is not there', async () => {
    await openPage({
      path: '/sites/:name/people',
      at: '/sites/nowhere/people',
      page: <PeoplePage />,
      answers: { SitePeoplePage: { data: { site: null } } },
    });

    expect(screen.getByRole('heading', { name: 'Page not found' })).toBeTruthy();
  });
});
