import { clearDrafts } from '@hub/core/web';
import { fireEvent, screen } from '@testing-library/react';
import { openPage } from '../testing/open-page';
import WelcomePage from './welcome.page';

const viewer = {
  __typename: 'Member',
  id: 'member:network/anjali-thornapple',
  displayName: 'New member',
  roleTitle: null,
  professionalGroup: null,
  sites: [],
};

const open = (question: string) =>
  openPage({
    path: '/welcome',
    at: `/welcome${question}`,
    page: <WelcomePage />,
    answers: {
      WelcomeProfile: { data: { viewer } },
      WelcomeUpdateProfile: { data: { updateProfile: { __typename: 'ProfilePayload', member: viewer } } },
      WelcomeSites: { data: { sites: { __typename: 'SiteConnection', totalCount: 0, edges: [] } } },
      CareModels: { data: { modelTypes: [] } },
    },
  });

describe('The welcome', () => {
  beforeEach(() => clearDrafts());

  it('begins with an empty name, not with the one that the hub made up', async () => {
    await open('');

    expect(screen.getByText('Welcome: step 1 of 3')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Your name').value).toBe('');
  });

  it('saves each step and goes on with the way back kept', async () => {
    const hub = await open('?return=%2Fsites%2Fnorthvale');
    fireEvent.change(screen.getByLabelText('Your name'), { target: { value: 'Sam Newcomer' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save and continue' }));

    await screen.findByText('Welcome: step 2 of 3');
    expect(hub.sent.map(({ name }) => name)).toContain('WelcomeUpdateProfile');
    expect(screen.getByRole('link', { name: 'Skip this step' }).getAttribute('href')).toBe(
      '/welcome?step=3&return=%2Fsites%2Fnorthvale',
    );
  });

  it('says on an empty hub that there are no sites, and how to propose the first', async () => {
    await open('?step=2');

    expect(await screen.findByText(/There are no sites yet/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Propose the first' }).getAttribute('href')).toBe('/propose-a-site');
  });

  it('can be skipped step by step, or as a whole', async () => {
    await open('?step=2&return=%2Fdiscussions');

    expect(screen.getByRole('link', { name: 'Skip this step' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Skip all' }).getAttribute('href')).toBe('/discussions');
  });

  it('ends where one was going, and never elsewhere', async () => {
    await open('?step=3&return=%2F%2Fevil.example');

    expect(screen.getByRole('link', { name: 'Finish' }).getAttribute('href')).toBe('/');
  });

  it('lets those who come to accept an invitation leave their site to it', async () => {
    await open('?step=2&return=%2Finvitation%3Ftoken%3Dabc');

    expect(screen.getByText(/on your way to accept an invitation/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Find' })).toBeNull();
  });
});
