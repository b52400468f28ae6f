/** What someone without a session gets, and how a session begins and ends. */
import { createTestHub, TestClient, type TestHub } from '@hub/testing';
import { documentOf, operationsOf } from './support/inputs';
import { plainArguments } from './support/plain-inputs';
import { furnish, type World } from './support/world';

let hub: TestHub;
let world: World;

beforeAll(async () => {
  hub = await createTestHub({ env: { HUB_PUBLIC_URL: 'http://hub.example.org' } });
  world = await furnish(hub);
});
afterAll(() => hub?.close());

/** What may be read without an account, each cut to what is public: an evaluation is seen as what it is about. */
const isPublic = [
  'adaptation',
  'checkInLink',
  'communities',
  'community',
  'evaluation',
  'evaluationSubject',
  'evaluations',
  'intervention',
  'interventions',
  'mailLink',
  'modelType',
  'modelTypes',
  'node',
  'openedInvitation',
  'site',
  'sites',
  'vanguard',
  'vanguards',
  'viewer',
];

describe('signed out', () => {
  it('only the public part of the hub can be asked for; everything else needs a session', async () => {
    const answered: string[] = [];
    for (const name of operationsOf('Query')) {
      const code = await hub.anonymous.codeOf(documentOf('Query', name), plainArguments('Query', name));
      expect([name, code]).toEqual([name, isPublic.includes(name) ? null : 'UNAUTHENTICATED']);
      if (code === null) answered.push(name);
    }
    expect(answered.sort()).toEqual(isPublic);
  });

  it('viewer is null, nothing is followed, nothing can be edited, and there are no threads', async () => {
    const answer = await hub.anonymous.ok(`{
      viewer { id }
      modelTypes { siteCount interventionCount threadCount viewerFollow }
      sites(first: 50) { edges { node { viewerFollow members(first: 2) { totalCount edges { node { id } } } } } }
      interventions(first: 100) { edges { node { draft { key } viewerFollow viewerCanEdit viewerAdaptation { id } contacts { id }
        currentVersion { publishedBy { id } } threads(first: 2) { totalCount edges { node { id } } } } } }
    }`);
    const sites = answer.sites.edges.map(({ node }: { node: object }) => node);
    const interventions = answer.interventions.edges.map(({ node }: { node: object }) => node);

    expect(answer.viewer).toBeNull();
    expect(answer.modelTypes).toHaveLength(5);
    for (const modelType of answer.modelTypes) {
      expect(modelType).toMatchObject({ threadCount: 0, viewerFollow: 'NONE' });
      expect(modelType.siteCount).toBeGreaterThan(0);
    }
    expect(sites).toHaveLength(14);
    for (const site of sites) expect(site).toEqual({ viewerFollow: 'NONE', members: { totalCount: 0, edges: [] } });
    expect(interventions.length).toBeGreaterThan(20);
    for (const intervention of interventions)
      expect(intervention).toEqual({
        draft: null,
        viewerFollow: 'NONE',
        viewerCanEdit: false,
        viewerAdaptation: null,
        contacts: [],
        currentVersion: { publishedBy: null },
        threads: { totalCount: 0, edges: [] },
      });
  });

  it('interventions are the public ones alone, in lists, counts, families and sites', async () => {
    const all = await hub.sql<{ ref: string }>(
      `SELECT ref FROM core.entity WHERE kind = 'intervention' AND needs <@ ARRAY['public']::text[]`,
    );
    const open = new Set(all.map(({ ref }) => ref));
    const { interventions } = await hub.anonymous.ok(`{
      interventions(first: 30) { totalCount edges { node { id visibility status versions(first: 3) { totalCount edges { node { number sections { key } } } }
        lineage { root { id } nodes { id } edges { id source { id } sourceIntervention { id } result { id visibility } site { slug } } }
        adaptedFrom { id } adaptationCount adaptations(first: 5) { totalCount edges { node { id } } } } } } }`);
    const more = await hub.anonymous.ok(`{
      sites(first: 20) { edges { node { interventions(first: 1) { totalCount } adaptations(first: 30) { edges { node { id stage result { visibility } } } } } } }
      modelTypes { code interventionCount }
    }`);
    const answer = { interventions, ...more };
    const nodes = answer.interventions.edges.map(({ node }: { node: object }) => node);

    expect(answer.interventions.totalCount).toBe(open.size);
    expect(nodes.map(({ id }: { id: string }) => id).sort()).toEqual([...open].sort());
    for (const { visibility, status, versions, lineage, adaptations, adaptationCount } of nodes) {
      expect(visibility).toBe('PUBLIC');
      expect(['PUBLISHED', 'WITHDRAWN']).toContain(status);
      expect(versions.totalCount).toBe(versions.edges.length);
      expect(lineage.nodes.every(({ id }: { id: string }) => open.has(id))).toBe(true);
      expect(lineage.edges.every(({ result }: { result: unknown }) => result !== null)).toBe(true);
      expect(adaptationCount).toBe(adaptations.totalCount);
    }
    const owned = answer.sites.edges.reduce(
      (sum: number, { node }: { node: { interventions: { totalCount: number } } }) =>
        sum + node.interventions.totalCount,
      0,
    );
    expect(owned).toBe(open.size);
    for (const { node } of answer.sites.edges)
      for (const edge of node.adaptations.edges) expect(edge.node.result).toEqual({ visibility: 'PUBLIC' });
  });

  it('what members see does not exist: drafts, records, threads, posts, notifications, members', async () => {
    const hidden = [
      world.draft,
      world.adaptation,
      world.thread,
      world.post,
      world.reply,
      world.notification,
      'member:network/anjali-thornapple',
      'adaptation:northvale/never-was',
    ];
    for (const id of hidden) {
      expect([id, await hub.anonymous.run('query ($id: ID!) { node(id: $id) { id } }', { id })]).toEqual([
        id,
        { data: { node: null } },
      ]);
    }
    const record = 'query ($id: ID!) { adaptation(id: $id) { id } }';
    expect(await hub.anonymous.ok(record, { id: world.adaptation })).toEqual({ adaptation: null });
  });

  it('a forged, an ended and a malformed cookie are as no session, not an error', async () => {
    const ended = await hub.as('anjali-thornapple');
    await ended.post('/auth/sign-out', {});
    for (const cookie of [ended.cookie, 'hub-session=forged', 'hub-session=', 'hub-session=%00', 'x']) {
      expect((await new TestClient(hub.address, cookie).ok('{ viewer { id } }')).viewer).toBeNull();
    }
  });
});

describe('signing in for demonstrations', () => {
  const local = () => ({ origin: hub.address });
  const signIn = (member: unknown, headers: Record<string, string> = {}) =>
    hub.anonymous.post('/auth/demo', { member }, headers);

  it('a member of the list gets a session cookie with 204, and 404 for anybody else', async () => {
    const list = (await (await fetch(`${hub.address}/auth/demo`)).json()) as Record<string, unknown>[];
    const response = await signIn('anjali-thornapple', local());
    const cookie = response.headers.get('set-cookie') ?? '';

    expect(list).toHaveLength(34);
    for (const member of list)
      expect(Object.keys(member)).toEqual(expect.arrayContaining(['slug', 'name', 'role', 'site']));
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const client = new TestClient(hub.address, cookie.split(';')[0] ?? '');
    expect((await client.ok('{ viewer { id } }')).viewer.id).toBe('member:network/anjali-thornapple');
    for (const other of [
      'nobody',
      '',
      null,
      7,
      {},
      ['anjali-thornapple'],
      'member:network/anjali-thornapple',
      'a\u0000',
      '\ud800',
    ]) {
      expect([other, (await signIn(other)).status]).toEqual([other, 404]);
    }
  });

  it('signing in again ends the session before, and signing out ends the session', async () => {
    const first = await hub.as('anjali-thornapple');
    const again = await first.post('/auth/demo', { member: 'leonie-fernmoss' });
    const second = new TestClient(hub.address, again.headers.get('set-cookie')!.split(';')[0]!);

    expect((await first.ok('{ viewer { id } }')).viewer).toBeNull();
    expect((await second.ok('{ viewer { id } }')).viewer.id).toBe('member:network/leonie-fernmoss');
    expect((await second.post('/auth/sign-out', {})).status).toBe(204);
    expect((await second.ok('{ viewer { id } }')).viewer).toBeNull();
    expect((await second.post('/auth/sign-out', {})).status).toBe(204);
  });

  it.each(['/auth/demo', '/auth/sign-out'])('%s takes application/json only', async (path) => {
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/json'];
    for (const type of types) {
      const response = await fetch(hub.address + path, {
        method: 'POST',
        headers: { 'content-type': type },
        body: '{"member":"anjali-thornapple"}',
      });
      expect([type, response.status, response.headers.get('set-cookie')]).toEqual([type, 415, null]);
    }
    expect((await fetch(hub.address + path, { method: 'POST' })).status).toBe(415);
  });

  it.each(['/auth/demo', '/auth/sign-out', '/graphql'])(
    '%s refuses foreign pages with 403, and takes its own and what is no browser',
    async (path) => {
      const { port } = new URL(hub.address);
      const ask = async (origin?: string) =>
        (
          await hub.anonymous.post(
            path,
            path === '/graphql' ? { query: '{ __typename }' } : { member: 'anjali-thornapple' },
            origin ? { origin } : {},
          )
        ).status;
      const fine = path === '/graphql' ? 200 : 204;

      for (const own of [undefined, `http://127.0.0.1:${port}`, `http://localhost:${port}`, 'http://hub.example.org'])
        expect([own, await ask(own)]).toEqual([own, fine]);
      for (const foreign of [
        'null',
        'https://evil.example',
        'https://hub.example.org',
        'http://hub.example.org.evil.example',
        'http://sub.hub.example.org',
        `https://127.0.0.1:${port}`,
        'http://127.0.0.1:1',
        `http://127.0.0.1.evil.example:${port}`,
      ])
        expect([foreign, await ask(foreign)]).toEqual([foreign, 403]);
    },
  );
});
