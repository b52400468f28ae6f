/** What the pages of administration are to others, and what a change asks for. */
import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { composeWebPlugins, RegistryProvider } from '@hub/core/web';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { Suspense, type ReactElement } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { AdministrationItem } from '../administration-item';
import ChangePage from '../members/change.page';
import MembersPage from '../members/members.page';
import RolesPage from '../members/roles.page';

const id = 'member:network/amira-khan';
const node = {
  __typename: 'ManagedMember',
  ...{ id, displayName: 'Amira Khan', joinedAt: '2016-03-05T17:30:00.000Z', lastSeenAt: null },
  ...{ sessionsRunning: 1, apiTokens: 0, suspendedAt: null, suspendedBecause: null },
  member: { __typename: 'Member', id, networkRoles: ['MODERATOR'], sites: [] },
};
const pageInfo = {
  __typename: 'PageInfo',
  hasNextPage: false,
  endCursor: null,
  hasPreviousPage: false,
  startCursor: null,
};
const access = { __typename: 'MemberAccessPayload', email: 'a@nhs.net', ways: [], hasSecondFactor: false, sites: [] };

/** What was sent, by operation. */
let sent: Record<string, Record<string, unknown>>;
beforeEach(() => (sent = {}));

describe('the pages of administration', () => {
  it('are not there for others: no link, and "Page not found"', async () => {
    await open(<AdministrationItem className="x" />, '/', false);
    expect(screen.queryByRole('link')).toBeNull();
    await open(<MembersPage />, '/', false);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Page not found');
    expect(sent['AdministrationMembers']).toBeUndefined();
  });

  it('have a link in the header for administrators', async () => {
    await open(<AdministrationItem className="x" />);
    expect(screen.getByRole('link', { name: 'Administration' }).getAttribute('href')).toBe('/administration');
  });

  it('sort on the server: a heading is a button that says how the rows stand', async () => {
    await open(<MembersPage />);
    expect(screen.getByRole('columnheader', { name: /Name/ }).getAttribute('aria-sort')).toBe('ascending');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: /Last seen.*not sorted/ })));
    expect(sent['AdministrationMembers']).toMatchObject({ orderBy: 'LONGEST_UNSEEN' });
    expect(await screen.findByRole('button', { name: /Last seen.*sorted upwards/ })).toBeTruthy();
  });

  it('a row’s link carries the name', async () => {
    await open(<MembersPage />);
    expect(screen.getByRole('link', { name: /Account of\s+Amira Khan/ })).toBeTruthy();
  });

  it('look an address up whole, and never as part of a name', async () => {
    await open(<MembersPage />, '/?text=a%40nhs.net');
    expect(sent['AdministrationMemberByEmail']).toEqual({ email: 'a@nhs.net' });
    expect(sent['AdministrationMembers']).toBeUndefined();
    expect(screen.getByRole('link', { name: 'Open their account' }).getAttribute('href')).toBe(
      '/administration/members/amira-khan',
    );
  });
});

describe('a change of an account', () => {
  const at = (change: string) => `/administration/members/amira-khan/${change}`;

  it('states its effect, asks why, and sends the reason', async () => {
    await open(<ChangePage />, at('suspend'));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Suspend Amira Khan?');
    expect(screen.getByText(/signed out everywhere within 5 seconds/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Why?'), { target: { value: 'They left' } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Suspend this account' })));
    expect(sent['SuspendMember']).toEqual({ input: { member: id, reason: 'They left' } });
  });

  it('that does not exist is no page', async () => {
    await open(<ChangePage />, at('constructor'));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Page not found');
  });

  it('explains each role in a sentence where it is given', async () => {
    await open(<RolesPage />, at('roles'));
    expect(screen.getByLabelText('Moderator')).toHaveProperty('checked', true);
    expect(screen.getByText(/Gives and takes roles, suspends accounts/)).toBeTruthy();
    fireEvent.click(screen.getByLabelText('Administrator'));
    fireEvent.change(screen.getByLabelText('Why?'), { target: { value: 'Takes over' } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Change the roles' })));
    expect(sent['SetNetworkRoles']).toEqual({
      input: { member: id, roles: ['ADMINISTRATOR', 'MODERATOR'], reason: 'Takes over' },
    });
  });
});

async function open(page: ReactElement, at = '/', viewerCanAdminister = true): Promise<void> {
  const edges = [{ __typename: 'ManagedMemberEdge', node }];
  const answers: Record<string, object> = {
    AdministrationViewer: { viewer: { __typename: 'Member', id: 'member:network/m', viewerCanAdminister } },
    AdministrationMembers: {
      managedMembers: { __typename: 'ManagedMemberConnection', totalCount: 1, pageInfo, edges },
    },
    AdministrationMemberByEmail: { memberByEmail: id },
    AdministrationMember: { managedMember: node, memberAccess: access },
    SuspendMember: { suspendMember: { __typename: 'ManagedMemberPayload', member: { __typename: 'Member', id } } },
    SetNetworkRoles: { setNetworkRoles: { __typename: 'ManagedMemberPayload', member: node.member } },
  };
  const link = new ApolloLink(
    ({ operationName = '', variables }) =>
      new Observable((observer) => {
        sent[operationName] = variables;
        observer.next({ data: answers[operationName] ?? null });
        observer.complete();
      }),
  );
  await act(async () => {
    render(
      <ApolloProvider client={new ApolloClient({ link, cache: new InMemoryCache() })}>
        <RegistryProvider value={composeWebPlugins([])}>
          <MemoryRouter initialEntries={[at]}>
            <Suspense fallback={null}>
              <Routes>
                <Route path="/" element={page} />
                <Route path="/administration/members/:name/:change" element={page} />
                <Route path="/administration/members/:name" element={<p>Back at the account</p>} />
              </Routes>
            </Suspense>
          </MemoryRouter>
        </RegistryProvider>
      </ApolloProvider>,
    );
  });
}
