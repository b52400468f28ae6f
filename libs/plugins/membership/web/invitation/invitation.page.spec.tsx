import { screen } from '@testing-library/react';
import { anjali, openPage } from '../testing/open-page';
import InvitationPage from './invitation.page';

const invitation = {
  __typename: 'OpenedInvitationPayload',
  siteName: 'Northvale',
  role: 'GUEST',
  invitedByName: 'Amira Khan',
  sentTo: 's…@elsewhere.example',
  expiresAt: '2016-05-12T09:00:00.000Z',
};

const open = (openedInvitation: object | null, viewer: typeof anjali | null) =>
  openPage({
    path: '/invitation',
    at: '/invitation?token=abc',
    page: <InvitationPage />,
    answers: { OpenedInvitation: { data: { openedInvitation } } },
    viewer,
  });

describe('The link of an invitation', () => {
  it('says who invites to what in which role, and signs in first', async () => {
    await open(invitation, null);

    expect(screen.getByRole('heading', { name: 'Join Northvale' })).toBeTruthy();
    expect(screen.getByText('Amira Khan invites you to Northvale.')).toBeTruthy();
    expect(screen.getByText(/writes nothing\.$/)).toBeTruthy();
    const signIn = screen.getByRole('link', { name: 'Sign in to accept' }).getAttribute('href');
    expect(decodeURIComponent(signIn ?? '')).toContain('/invitation?token=abc');
  });

  it('is accepted by one button once signed in', async () => {
    await open(invitation, anjali);

    expect(screen.getByRole('button', { name: 'Join Northvale' })).toBeTruthy();
  });

  it.each([
    ['signed out', null],
    ['signed in', anjali],
  ])('that opens nothing says the same whatever the reason, %s', async (_how, viewer) => {
    await open(null, viewer);

    expect(screen.getByRole('heading', { name: 'This invitation cannot be used' })).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
