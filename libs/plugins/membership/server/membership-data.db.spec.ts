/** What membership keeps of a person is in their export, and gone when they ask to be erased. */
import { createTestHub, type TestHub } from '@hub/testing';
import { signInByCode, tokenTo } from './testing/people';

const email = 'sam.canary@elsewhere.example';

let hub: TestHub;

beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub?.close());

it('a person exports all of it, and once erased nothing of it names them (J5)', async () => {
  const lead = await hub.as('anjali-thornapple');
  const mutate = (field: string, payload: string) =>
    `mutation ($input: ${field[0]!.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { ${payload} } }`;
  await lead.ok(mutate('inviteToSite', '__typename'), { input: { site: 'northvale', email, role: 'MEMBER' } });
  const sam = (await signInByCode(hub, email))!;
  await sam.ok(mutate('updateProfile', '__typename'), { input: { displayName: 'Sam Canary', bio: 'zq-bio' } });
  await sam.ok(mutate('acceptInvitation', '__typename'), { input: { token: await tokenTo(hub, email) } });
  await sam.ok(mutate('askToJoin', '__typename'), { input: { site: 'oakenshore', words: 'zq-words' } });
  await sam.ok(mutate('proposeSite', '__typename'), {
    input: { name: 'Canary Bay', region: 'North', modelTypes: ['MCP'], why: 'zq-why' },
  });

  const { exportMyData } = await sam.ok(mutate('exportMyData', 'content'), { input: {} });
  const exported = JSON.parse(exportMyData.content);
  expect(exported.membership).toMatchObject({
    invitationsAccepted: [{ site: 'site:network/northvale', role: 'MEMBER' }],
    requestsToJoin: [{ site: 'site:network/oakenshore', words: 'zq-words', state: 'OPEN' }],
    proposedSites: [{ name: 'Canary Bay', why: 'zq-why' }],
  });
  expect(exported.profile).toMatchObject({ displayName: 'Sam Canary', bio: 'zq-bio' });

  await sam.ok(mutate('eraseMe', 'erased'), { input: { confirmName: 'Sam Canary' } });
  const rows = await hub.sql<{ text: string }>(
    `SELECT t::text AS text FROM membership.invitation t UNION ALL SELECT t::text FROM membership.join_request t
     UNION ALL SELECT t::text FROM membership.site_proposal t UNION ALL SELECT t::text FROM sites.member t`,
  );
  expect(rows.filter(({ text }) => /canary|zq-/i.test(text))).toEqual([]);
});
