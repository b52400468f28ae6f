/** Export and erasure: everything of a person is told to them, and nothing that says who they are is left. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { post, signInByCode } from '../testing/sign-in';

let hub: TestHub;
let person: TestClient;
let ref: string;
let anonymousPost: string;

const name = 'Zqxperson Erasable';
const email = 'zqxperson@nhs.net';

beforeAll(async () => {
  hub = await createTestHub();
  person = await signInByCode(hub, email);
  ref = (await person.ok('{ viewer { id } }')).viewer.id;
  await hub.sql('UPDATE core.entity SET title = $2 WHERE ref = $1', [ref, name]);
  await hub.sql(
    `UPDATE sites.member SET role_title = 'Zqxrole', bio = 'Zqxbio', skills = '{Zqxskill}' WHERE ref = $1`,
    [ref],
  );
  const { startThread } = await person.ok(
    `mutation { startThread(input: { title: "What I asked", body: "My words stay", modelTypes: ["MCP"] }) { thread { id } } }`,
  );
  const { reply } = await person.ok(
    `mutation ($thread: ID!) { reply(input: { thread: $thread, body: "Said unnamed", anonymous: true }) { post { id } } }`,
    { thread: startThread.thread.id },
  );
  anonymousPost = reply.post.id;
  await person.ok(`mutation { follow(input: { targetId: "site:network/northvale", level: WATCHING }) { __typename } }`);
  await person.ok('mutation { makeApiToken(input: { name: "Zqxtoken", scopes: [READ], days: 9 }) { id } }');
  await person.ok(`mutation { requestEmailChange(input: { email: "zqxother@nhs.net" }) { email } }`);
  await hub.drain();
});
afterAll(() => hub?.close());

it('the export holds a section for each plugin, with what was written, followed and read (J5)', async () => {
  const { exportMyData } = await person.ok('mutation { exportMyData(input: {}) { fileName content } }');
  const data = JSON.parse(exportMyData.content);

  expect(exportMyData.fileName).toMatch(/^vanguard-hub-my-data-\d{4}-\d\d-\d\d\.json$/);
  expect(data).toMatchObject({
    member: ref,
    account: { email, newEmail: 'zqxother@nhs.net', sessions: [{ way: 'code' }], apiTokens: [{ name: 'Zqxtoken' }] },
    profile: { displayName: name, role_title: 'Zqxrole', bio: 'Zqxbio' },
    discussions: {
      posts: [
        { body: 'My words stay', anonymous: false },
        { body: 'Said unnamed', anonymous: true },
      ],
    },
    following: { follows: [{ target: 'site:network/northvale', level: 'WATCHING' }] },
  });
  expect(Object.keys(data)).toEqual(expect.arrayContaining(['interventions', 'adaptations']));
  expect(exportMyData.content).not.toMatch(/token_hash|secret|verifier/);
});

it('somebody else’s export holds nothing of it (Z8)', async () => {
  const anjali = await hub.as('anjali-thornapple');
  const { exportMyData } = await anjali.ok('mutation { exportMyData(input: {}) { content } }');
  expect(exportMyData.content).not.toMatch(/zqx/i);
});

const erase = 'mutation ($input: EraseMeInput!) { eraseMe(input: $input) { erased } }';

it('erasing asks for one’s own name', async () => {
  expect(await person.codeOf(erase, { input: { confirmName: 'Somebody' } })).toBe('BAD_USER_INPUT');
  expect((await person.ok('{ viewer { displayName } }')).viewer.displayName).toBe(name);
});

it('the only lead of a site makes somebody else lead it first (Z13)', async () => {
  const [lead] = await hub.sql<{ ref: string; title: string }>(
    `SELECT e.ref, e.title FROM sites.membership m JOIN core.entity e ON e.ref = m.member_ref WHERE m.role = 'LEAD' LIMIT 1`,
  );
  expect(await (await hub.as(lead!.ref)).codeOf(erase, { input: { confirmName: lead!.title } })).toBe('BAD_USER_INPUT');
});

describe('after erasing', () => {
  beforeAll(async () => {
    expect((await person.ok(erase, { input: { confirmName: name } })).eraseMe).toEqual({ erased: true });
    await hub.drain();
  });

  it('nobody is signed in, and the address is nobody’s (J5)', async () => {
    expect((await person.ok('{ viewer { id } }')).viewer).toBeNull();
    const again = await signInByCode(hub, email);
    expect((await again.ok('{ viewer { id } }')).viewer.id).not.toBe(ref);
    await post(again, '/auth/sign-out', {});
    await hub.sql('DELETE FROM identity.address WHERE email = $1', [email]);
    await hub.sql('DELETE FROM core.mail WHERE recipient = $1', [email]);
  });

  it('what they wrote stays under "Former member", and what was unnamed stays unnamed (J5)', async () => {
    const anjali = await hub.as('anjali-thornapple');
    const query =
      'query ($id: ID!) { node(id: $id) { ... on Post { body author { displayName } thread { title author { displayName } } } } }';
    const { node } = await anjali.ok(query, { id: anonymousPost });
    expect(node).toEqual({
      body: 'Said unnamed',
      author: null,
      thread: { title: 'What I asked', author: { displayName: 'Former member' } },
    });
  });

  it('nothing that says who they were is in any table (J5)', async () => {
    const tables = await hub.sql<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    for (const { name: table } of tables) {
      const rows = await hub.sql(`SELECT t::text FROM ${table} AS t WHERE t::text ILIKE '%zqx%'`);
      expect([table, rows]).toEqual([table, []]);
    }
  });

  it('nothing that was only theirs is left (J5)', async () => {
    for (const table of [
      'subscriptions.follow',
      'subscriptions.notification',
      'subscriptions.mail_setting',
      'subscriptions.mail_day',
      'subscriptions.letter',
      'subscriptions.received_mail',
      'threads.read_mark',
      'core.api_token',
      'identity.login',
    ])
      expect([table, await hub.sql(`SELECT 1 FROM ${table} WHERE member_ref = $1`, [ref])]).toEqual([table, []]);
  });

  it('it is on record (J4)', async () => {
    const rows = await hub.sql<{ action: string }>(
      `SELECT action FROM core.audit_entry WHERE actor_ref = $1 AND action IN ('personal-data.exported', 'person.erased') ORDER BY number`,
      [ref],
    );
    expect(rows.map(({ action }) => action)).toEqual(['personal-data.exported', 'person.erased']);
  });
});
