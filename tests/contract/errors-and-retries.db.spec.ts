/** Coded errors, stale edits and repeated requests, for every mutation that they concern. */
import { getNamedType } from 'graphql';
import { createTestHub, type TestClient, type TestError, type TestHub } from '@hub/testing';
import { withValue } from './support/bad-values';
import { argumentsOf, leavesOf, operationsOfTheContract, schema } from './support/inputs';
import { fingerprint } from './support/requests';
import { furnish, inputsOf, type World } from './support/world';

const mutationsOfTheContract = operationsOfTheContract('Mutation');

let hub: TestHub;
let world: World;
let callum: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  world = await furnish(hub);
  callum = await hub.as('callum-pennyroyal');
});
afterAll(() => hub?.close());

const selections: Readonly<Record<string, string>> = {
  Intervention: 'intervention { id slug revision status currentVersion { id number } }',
  Adaptation: 'adaptation { id stage revision suitability { id } modifications { id } history { at } result { id } }',
  Thread: 'thread { id replyCount posts { edges { node { id } } } }',
  Post: 'post { id position revision }',
};

function documentOf(name: string): string {
  const { args, type } = schema.getMutationType()!.getFields()[name]!;
  const what = getNamedType(type).name.replace(/Payload$/, '');
  return `mutation ($input: ${args[0]?.type}) { ${name}(input: $input) { ${selections[what] ?? '__typename'} } }`;
}

const required = ['why', 'procedures', 'who_provides', 'how', 'where', 'when_how_much'];
const sections = required.map((key) => ({ key, body: `Text of ${key}` }));
const run = (client: TestClient, name: string, input: object) => client.run(documentOf(name), { input });
const ok = async (client: TestClient, name: string, input: object) =>
  (await client.ok(documentOf(name), { input }))[name];

let made = 0;
async function publishedBy(
  client: TestClient,
  site: string,
): Promise<{ id: string; version: string; revision: number }> {
  made += 1;
  const draft = (
    await ok(client, 'createIntervention', { site, title: `Made ${made}`, summary: 'x', modelTypes: ['MCP'], sections })
  ).intervention;
  const { intervention } = await ok(client, 'publishIntervention', { id: draft.id, expectedRevision: 1 });
  return { id: intervention.id, version: intervention.currentVersion.id, revision: intervention.revision };
}

async function recordOf(stage?: string): Promise<{ id: string; revision: number }> {
  const { version } = await publishedBy(callum, 'tollbridge');
  const { adaptation } = await ok(world.anjali, 'startAdaptation', { sourceVersion: version, site: 'northvale' });
  return stage
    ? (await ok(world.anjali, 'moveAdaptation', { adaptation: adaptation.id, stage })).adaptation
    : adaptation;
}

/** For each mutation that takes a request id: input that is fine, and the same with something else in it. */
const requests: Readonly<Record<string, () => Promise<[object, object]>>> = {
  async createIntervention() {
    const input = { site: 'northvale', title: 'Asked twice', summary: 'x', modelTypes: ['MCP'] };
    return [input, { ...input, title: 'Something else' }];
  },
  async publishIntervention() {
    const input = { site: 'northvale', title: 'To publish', summary: 'x', modelTypes: ['MCP'], sections };
    const { intervention } = await ok(world.anjali, 'createIntervention', input);
    const request = { id: intervention.id, expectedRevision: 1 };
    return [request, { ...request, changeNote: 'Other' }];
  },
  async updateIntervention() {
    const input = { site: 'northvale', title: 'To edit', summary: 'x', modelTypes: ['MCP'] };
    const { intervention } = await ok(world.anjali, 'createIntervention', input);
    const request = { id: intervention.id, expectedRevision: 1, title: 'Edited' };
    return [request, { ...request, summary: 'Other' }];
  },
  async startAdaptation() {
    const input = { sourceVersion: (await publishedBy(callum, 'tollbridge')).version, site: 'northvale' };
    return [input, { ...input, why: 'Other' }];
  },
  async recordSuitability() {
    const input = { adaptation: (await recordOf()).id, kind: 'OTHER', title: 'Looked', finding: 'x' };
    return [input, { ...input, figures: [{ label: 'People', value: 2 }] }];
  },
  async recordModification() {
    const input = { adaptation: (await recordOf()).id, what: 'x', why: 'y', codes: [] };
    return [input, { ...input, codes: ['content_nature:substituted'] }];
  },
  async moveAdaptation() {
    const input = { adaptation: (await recordOf()).id, stage: 'ASSESSING' };
    return [input, { ...input, stage: 'ADAPTING' }];
  },
  async publishAdaptation() {
    const input = { adaptation: (await recordOf('ADAPTING')).id, title: 'Ours now', summary: 'x' };
    return [input, { ...input, summary: 'y' }];
  },
  async startThread() {
    const input = { title: 'Twice', body: 'x', modelTypes: ['MCP'] };
    return [input, { ...input, anonymous: true }];
  },
  async reply() {
    const input = { thread: world.thread, body: 'Twice' };
    return [input, { ...input, body: 'Other' }];
  },
  async editPost() {
    const { post } = await ok(world.anjali, 'reply', { thread: world.thread, body: 'To edit' });
    const input = { post: post.id, expectedRevision: 1, body: 'Edited' };
    return [input, { ...input, body: 'Other' }];
  },
};

/** The mutations of the contract that take a request id. What came later goes through the same door, and is not tried one by one. */
const retried = mutationsOfTheContract.filter((name) =>
  leavesOf(argumentsOf('Mutation', name)).some(({ path }) => path === 'input.clientMutationId'),
);

describe.each(retried)('a repeated %s', (name) => {
  it('gives the same result, once, however often and however close together (R8)', async () => {
    const [input] = await requests[name]!();
    const request = { ...input, clientMutationId: `same-${name}` };

    const together = await Promise.all([1, 2, 3].map(() => run(world.anjali, name, request)));
    const after = await fingerprint(hub);
    const later = await run(world.anjali, name, Object.fromEntries(Object.entries(request).reverse()));

    expect(together[0]?.errors).toBeUndefined();
    expect([...together, later]).toEqual(Array(4).fill(together[0]));
    expect(await fingerprint(hub)).toBe(after);
  });

  it('is CONFLICT with another payload, and changes nothing; another id is another request (R8)', async () => {
    const [input, other] = await requests[name]!();
    await ok(world.anjali, name, { ...input, clientMutationId: `taken-${name}` });
    const before = await fingerprint(hub);
    const refused = await run(world.anjali, name, { ...other, clientMutationId: `taken-${name}` });

    expect(refused.errors?.[0]?.extensions.code).toBe('CONFLICT');
    expect(await fingerprint(hub)).toBe(before);
  });

  it('is not remembered when it was refused', async () => {
    const [input] = await requests[name]!();
    const before = await fingerprint(hub);
    const refused = await run(world.anjali, name, {
      ...input,
      ...Object.fromEntries(
        Object.keys(input).flatMap((key) => (/^(title|body|what|site)$/.test(key) ? [[key, ' ']] : [])),
      ),
      ...('stage' in input ? { stage: 'CONSIDERING' } : {}),
      ...('expectedRevision' in input ? { expectedRevision: 77 } : {}),
      clientMutationId: `refused-${name}`,
    });

    expect(refused.errors?.[0]?.extensions.code).toMatch(/BAD_USER_INPUT|CONFLICT|NOT_FOUND/);
    expect(await fingerprint(hub)).toBe(before);
    expect((await run(world.anjali, name, { ...input, clientMutationId: `refused-${name}` })).errors).toBeUndefined();
  });
});

it('a request id is one member’s and one operation’s: others use the same for their own', async () => {
  const clientMutationId = 'shared-by-chance';
  const thread = { title: 'By chance', body: 'x', modelTypes: ['MCP'], clientMutationId };
  const ids = [
    (await ok(world.anjali, 'startThread', thread)).thread.id,
    (await ok(callum, 'startThread', thread)).thread.id,
    (await ok(world.anjali, 'reply', { thread: world.thread, body: 'x', clientMutationId })).post.id,
  ];

  expect(new Set(ids).size).toBe(3);
});

it('a repeated request whose result can no longer be seen does not show it', async () => {
  const { id, version, revision } = await publishedBy(callum, 'tollbridge');
  const request = { sourceVersion: version, site: 'northvale', clientMutationId: 'seen-then-hidden' };
  await ok(world.anjali, 'startAdaptation', request);
  await ok(callum, 'updateIntervention', { id, expectedRevision: revision, visibility: 'SITE' });

  const { data, errors } = await run(world.anjali, 'startAdaptation', request);

  expect(data?.startAdaptation ?? null).toBeNull();
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

describe('a stale edit', () => {
  it.each([
    'updateIntervention',
    'publishIntervention',
    'withdrawIntervention',
    'moveAdaptation',
    'publishAdaptation',
    'editPost',
  ])('is CONFLICT in %s, tells what is there now, and changes nothing', async (name) => {
    const input = { ...inputsOf(world)[name] };
    if (name === 'publishAdaptation') input.adaptation = (await recordOf('ADAPTING')).id;
    const before = await fingerprint(hub);
    const { errors } = await run(world.anjali, name, input);

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', current: { revision: expect.any(Number) } });
    expect(await fingerprint(hub)).toBe(before);
  });
});

describe('what somebody may not see', () => {
  /** For each id of each mutation, something of Northvale's that Callum of Tollbridge cannot see. */
  const cases = mutationsOfTheContract.flatMap((name) =>
    leavesOf(argumentsOf('Mutation', name))
      .filter(({ type }) => type === 'ID')
      .map(({ path }) => [name, path] as const),
  );

  /** What is asked before the id, and which of several files it is. */
  const codes: Readonly<Record<string, string>> = {
    'acceptAnswer post': 'FORBIDDEN',
    'startThread attachment': 'BAD_USER_INPUT',
    'reply attachment': 'BAD_USER_INPUT',
    'editPost attachment': 'FORBIDDEN',
  };

  /** What a site begins: Callum tries it for his own. */
  const ownedAtBirth = ['startAdaptation', 'createIntervention'];

  it.each(cases)('is answered by %s (%s) exactly like what does not exist', async (name, path) => {
    const field = path.replace(/\.0$/, '').split('.').at(-1) ?? '';
    const input = { ...inputsOf(world)[name], ...(ownedAtBirth.includes(name) ? { site: 'tollbridge' } : {}) };
    if (field === 'grew') Object.assign(input, { adaptation: world.foreignAdaptation, expectedRevision: null });
    const hidden = await hiddenFrom(field);
    const swap = (id: string) => withValue({ input }, path, id).input as Record<string, unknown>;
    if (['entry', 'modification'].includes(field)) return;
    const [unseen, absent] = [await run(callum, name, swap(hidden.id)), await run(callum, name, swap(hidden.absent))];
    const words = ({ message, extensions }: TestError) => ({ message, extensions });

    expect(unseen.errors?.[0]?.extensions.code).toBe(codes[`${name} ${field}`] ?? 'NOT_FOUND');
    expect(unseen.errors?.map(words)).toEqual(absent.errors?.map(words));
  });

  let hiddenThread: { thread: string; post: string } | null = null;
  async function hiddenFrom(field: string): Promise<{ id: string; absent: string }> {
    const nobody = '00000000-0000-4000-8000-000000000000';
    if (!hiddenThread) {
      const input = { title: 'Ours alone', body: 'x', kind: 'QUESTION', modelTypes: ['MCP'], about: world.draft };
      const { thread } = await ok(world.anjali, 'startThread', input);
      hiddenThread = { thread: thread.id, post: thread.posts.edges[0].node.id };
    }
    const { version } = await secretVersion();
    const known: Record<string, { id: string; absent: string }> = {
      id: { id: world.draft, absent: 'intervention:northvale/never-was' },
      about: { id: world.draft, absent: 'intervention:northvale/never-was' },
      grew: { id: world.draft, absent: 'intervention:northvale/never-was' },
      attachment: { id: world.attachment, absent: `attachment:${nobody}` },
      contacts: { id: world.draft, absent: 'intervention:northvale/never-was' },
      targetId: { id: world.draft, absent: 'intervention:northvale/never-was' },
      sourceVersion: { id: version, absent: `version:${nobody}` },
      community: { id: await privateCommunity(), absent: 'community:network/c-0000000000000000' },
      adaptation: { id: world.adaptation, absent: 'adaptation:northvale/never-was' },
      thread: { id: hiddenThread.thread, absent: 'thread:network/never-was' },
      post: { id: hiddenThread.post, absent: `post:${nobody}` },
      inReplyTo: { id: hiddenThread.post, absent: `post:${nobody}` },
      upToPost: { id: hiddenThread.post, absent: `post:${nobody}` },
      ids: { id: world.notification, absent: `notification:${nobody}` },
    };
    return known[field] ?? { id: '', absent: '' };
  }

  let hiddenCommunity: string | null = null;
  async function privateCommunity(): Promise<string> {
    const input = { name: 'Ours alone', purpose: 'To talk', kind: 'PRIVATE', modelTypes: ['MCP'] };
    hiddenCommunity ??= (
      await world.anjali.ok(
        'mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) { community { id } } }',
        { input },
      )
    ).createCommunity.community.id as string;
    return hiddenCommunity;
  }

  let secret: { version: string } | null = null;
  async function secretVersion(): Promise<{ version: string }> {
    if (secret) return secret;
    const { id, version, revision } = await publishedBy(world.anjali, 'northvale');
    await ok(world.anjali, 'updateIntervention', { id, expectedRevision: revision, visibility: 'SITE' });
    secret = { version };
    return secret;
  }
});

it('FORBIDDEN is for what somebody can see but may not do, and says who can', async () => {
  const shared = (await recordOf('TESTING')).id;
  const { id } = await publishedBy(world.anjali, 'northvale');
  const cases: [string, object][] = [
    ['updateIntervention', { id, expectedRevision: 2, title: 'Mine' }],
    ['publishIntervention', { id, expectedRevision: 2 }],
    ['createIntervention', { site: 'northvale', title: 'Mine', summary: 'x', modelTypes: ['MCP'] }],
    ['startAdaptation', { sourceVersion: world.version, site: 'northvale' }],
    ['recordSuitability', { adaptation: shared, kind: 'OTHER', title: 'x', finding: 'x' }],
    ['recordModification', { adaptation: shared, what: 'x', why: 'x', codes: [] }],
    ['moveAdaptation', { adaptation: shared, stage: 'RUNNING' }],
    ['publishAdaptation', { adaptation: shared, title: 'x', summary: 'x' }],
    ['editPost', { post: world.post, expectedRevision: 1, body: 'x' }],
    ['removePost', { post: world.post }],
    ['acceptAnswer', { thread: world.thread, post: world.reply }],
    ['setThreadLocked', { thread: world.thread, locked: true }],
    ['startThread', { title: 'x', body: 'x', kind: 'ANNOUNCEMENT', modelTypes: ['MCP'] }],
  ];
  const before = await fingerprint(hub);

  for (const [name, input] of cases) {
    const { errors } = await run(callum, name, input);
    expect([name, errors?.[0]?.extensions.code, (errors?.[0]?.message.length ?? 0) > 10]).toEqual([
      name,
      'FORBIDDEN',
      true,
    ]);
  }
  expect(await fingerprint(hub)).toBe(before);
});
