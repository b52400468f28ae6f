import { clearDrafts } from '@hub/core/web';
import { fireEvent, screen } from '@testing-library/react';
import { siteRoleFacts } from '@hub/plugins/sites/contract';
import { openPage } from '../testing/open-page';
import InvitePage from './invite.page';

const site = {
  __typename: 'Site',
  id: 'site:network/northvale',
  slug: 'northvale',
  name: 'Northvale',
  viewerCanLead: true,
};
const sent = {
  __typename: 'InvitationPayload',
  invitation: {
    __typename: 'SiteInvitation',
    id: 'site-invitation:1',
    email: 'sam@elsewhere.example',
    role: 'EVALUATOR',
    state: 'OPEN',
    invitedAt: '2016-05-05T09:00:00.000Z',
    expiresAt: '2016-05-12T09:00:00.000Z',
    invitedBy: null,
    acceptedBy: null,
  },
};

const open = (more: { from?: string; viewerCanLead?: boolean; answer?: object } = {}) =>
  openPage({
    path: '/sites/:name/people/invite',
    at: `/sites/northvale/people/invite${more.from ? `?from=${encodeURIComponent(more.from)}` : ''}`,
    page: <InvitePage />,
    answers: {
      InvitePage: { data: { site: { ...site, viewerCanLead: more.viewerCanLead ?? true } } },
      InviteToSite: more.answer ?? { data: { inviteToSite: sent } },
    },
  });

const fill = (email: string) => fireEvent.change(screen.getByLabelText(/e-mail address/), { target: { value: email } });
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Send the invitation' }));

describe('Inviting somebody', () => {
  beforeEach(() => clearDrafts());

  it('explains each role in one sentence where it is given', async () => {
    await open();

    expect(screen.getAllByRole('radio')).toHaveLength(6);
    expect(screen.getByText(/^Who will see this: Those who lead/)).toBeTruthy();
    for (const { sentence } of Object.values(siteRoleFacts)) expect(screen.getByText(sentence)).toBeTruthy();
  });

  it('sends the address, the role and the page to land on', async () => {
    const hub = await open({ from: '/interventions/falls-huddle' });
    fill(' sam@elsewhere.example ');
    fireEvent.click(screen.getByLabelText('Evaluator'));
    send();

    await screen.findByText('At /sites/northvale/people');
    expect(hub.sent.at(-1)).toMatchObject({
      name: 'InviteToSite',
      variables: {
        input: {
          site: 'site:network/northvale',
          email: 'sam@elsewhere.example',
          role: 'EVALUATOR',
          landing: '/interventions/falls-huddle',
        },
      },
    });
  });

  it.each(['//evil.example', 'https://evil.example'])('never lands on %s', async (from) => {
    const hub = await open({ from });
    fill('sam@elsewhere.example');
    fireEvent.click(screen.getByLabelText('Guest'));
    send();

    await screen.findByText('At /sites/northvale/people');
    expect(hub.sent.at(-1)?.variables).toMatchObject({ input: { landing: '/sites/northvale' } });
  });

  it('asks for what is missing before it sends anything', async () => {
    const hub = await open();
    send();

    expect(screen.getByRole('link', { name: 'Enter their e-mail address' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Choose a role' })).toBeTruthy();
    expect(hub.sent.map(({ name }) => name)).not.toContain('InviteToSite');
  });

  it('says when an invitation to the address is open already', async () => {
    const message = 'An invitation to this address is open. Send it again, or take it back';
    await open({ answer: { data: null, errors: [{ message, extensions: { code: 'CONFLICT' } }] } });
    fill('sam@elsewhere.example');
    fireEvent.click(screen.getByLabelText('Guest'));
    send();

    expect(await screen.findByText(message)).toBeTruthy();
  });

  it('is not there for those who do not lead the site', async () => {
    await open({ viewerCanLead: false });

    expect(screen.getByRole('heading', { name: 'Page not found' })).toBeTruthy();
  });
});
