/** What somebody may not see is answered as what is not there: the same bytes, for the same work. */
import { randomUUID } from 'node:crypto';
import { Database } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { listenTo, type Statements } from './support/statements';

const howMany = 200;

let hub: TestHub;
let zubin: TestClient;
let statements: Statements;
/** Drafts, records in their first stages and posts of Northvale, which nobody elsewhere may see. */
let hidden: readonly string[];
let hiddenPosts: readonly string[];

beforeAll(async () => {
  hub = await createTestHub();
  const anjali = await hub.as('anjali-thornapple');
  zubin = await hub.as('zubin-cloverdale');
  const { createIntervention } = await anjali.ok(
    'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id } } }',
    { input: { site: 'northvale', title: 'Night round', summary: 'A draft', modelTypes: ['MCP'] } },
  );
  const { startThread } = await anjali.ok(
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }',
    {
      input: { title: 'Among us', body: 'Only we', modelTypes: ['MCP'], about: createIntervention.intervention.id },
    },
  );
  hidden = await copies(createIntervention.intervention.id, 'intervention', 'interventions.intervention', ['name']);
  hidden = [...hidden, startThread.thread.id];
  hiddenPosts = await posts(startThread.thread.id);
  statements = listenTo(hub);
});
afterAll(() => hub?.close());

/** Many like one, straight in the database: making them through the API would take minutes. */
async function copies(ref: string, kind: string, table: string, named: readonly string[]): Promise<string[]> {
  const made: string[] = [];
  await hub.hub.app.get(Database).transaction(async (tx) => {
    for (let count = 1; count < howMany; count += 1) {
      const name = `night-round-${randomUUID()}`;
      const copy = `${kind}:northvale/${name}`;
      const names = Object.fromEntries(named.map((column) => [column, name]));
      await copyRow(tx, 'core.entity', ref, { ref: copy });
      await copyRow(tx, table, ref, { ref: copy, ...names });
      made.push(copy);
    }
  });
  return made;
}

async function copyRow(
  tx: { query(sql: string, values: unknown[]): Promise<unknown> },
  table: string,
  ref: string,
  changes: Record<string, unknown>,
): Promise<void> {
  await tx.query(
    `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, to_jsonb(t) || $2)).* FROM ${table} t WHERE t.ref = $1`,
    [ref, JSON.stringify(changes)],
  );
}

async function posts(thread: string): Promise<string[]> {
  const rows = await hub.sql<{ id: string }>(
    `INSERT INTO threads.post (id, thread_ref, position, author_ref, anonymous, body, created_at)
     SELECT gen_random_uuid(), p.thread_ref, p.position + n, p.author_ref, p.anonymous, p.body, p.created_at
     FROM threads.post p, generate_series(1, 20) n WHERE p.thread_ref = $1 RETURNING id`,
    [thread],
  );
  return rows.map(({ id }) => `post:${id}`);
}

/** As an id that is there, but for the part that nobody can guess. */
function likeIt(id: string): string {
  const uuid = randomUUID();
  return id.startsWith('post:') ? `post:${uuid}` : `intervention:northvale/night-round-${uuid}`;
}

const masked = (text: string, id: string) => text.replaceAll(id, 'ID').replaceAll(id.split('/')[1] ?? id, 'NAME');

interface Asked {
  readonly answer: string;
  readonly work: readonly string[];
}

async function ask(client: TestClient, query: string, variables: object, id: string): Promise<Asked> {
  statements.take();
  const response = await client.post('/graphql', { query, variables });
  const { status } = response;
  return { answer: `${status} ${masked(await response.text(), id)}`, work: statements.take() };
}

const node = 'query ($id: ID!) { node(id: $id) { __typename id } }';

describe.each([
  ['somebody of another site', () => zubin],
  ['nobody', () => hub.anonymous],
])('For %s', (_words, as) => {
  it(`${howMany} things that they may not see are answered as ${howMany} that are not there: bytes, status and work (Z1, Z2)`, async () => {
    const answers = new Set<string>();
    for (const id of hidden.slice(0, howMany)) {
      const other = likeIt(id);
      const [unseen, absent] = [await ask(as(), node, { id }, id), await ask(as(), node, { id: other }, other)];
      expect(unseen.work.length).toBeGreaterThan(0);
      expect(unseen.work).toEqual(absent.work);
      answers.add(unseen.answer).add(absent.answer);
    }
    expect([...answers]).toEqual(['200 {"data":{"node":null}}\n']);
  });

  it.each<[string, string, (id: string) => object]>([
    [
      'by its name in the address',
      'query ($slug: String!) { intervention(slug: $slug) { id } }',
      (id) => ({ slug: id.split('/')[1] }),
    ],
    [
      'as what a discussion is about',
      'query ($id: ID!) { threads(filter: { about: $id }) { totalCount edges { node { id } } } }',
      (id) => ({ id }),
    ],
    [
      'as where others come from',
      'query ($id: ID!) { interventions(filter: { adaptedFrom: $id }) { totalCount edges { node { id } } } }',
      (id) => ({ id }),
    ],
    [
      'as what something would be within',
      'query ($id: ID!) { whoWouldSee(thing: { visibility: NETWORK, within: [$id] }) }',
      (id) => ({ id }),
    ],
    ['as an adaptation', 'query ($id: ID!) { adaptation(id: $id) { id } }', (id) => ({ id })],
    ['as a discussion', 'query ($id: ID!) { thread(id: $id) { id } }', (id) => ({ id })],
  ])('a thing asked for %s is not there (Z2)', async (_way, query, variables) => {
    for (const id of hidden.slice(-5)) {
      const other = likeIt(id);
      const unseen = await ask(as(), query, variables(id), id);
      const absent = await ask(as(), query, variables(other), other);
      expect(unseen).toEqual(absent);
    }
  });

  it.each<[string, string, (id: string) => object]>([
    [
      'updateIntervention',
      'mutation ($input: UpdateInterventionInput!) { updateIntervention(input: $input) { intervention { id } } }',
      (id) => ({ id, expectedRevision: 1 }),
    ],
    [
      'publishIntervention',
      'mutation ($input: PublishInterventionInput!) { publishIntervention(input: $input) { intervention { id } } }',
      (id) => ({ id, expectedRevision: 1 }),
    ],
    [
      'setInterventionVisibility',
      'mutation ($input: SetInterventionVisibilityInput!) { setInterventionVisibility(input: $input) { intervention { id } } }',
      (id) => ({ id, visibility: 'PUBLIC' }),
    ],
    [
      'startThread',
      'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }',
      (about) => ({ about, title: 'Is it there', body: 'Is it', modelTypes: ['MCP'] }),
    ],
    [
      'follow',
      'mutation ($input: FollowInput!) { follow(input: $input) { target { id } } }',
      (targetId) => ({ targetId, level: 'WATCHING' }),
    ],
  ])('%s of a thing that they may not see fails as of one that is not there (Z2)', async (_name, mutation, input) => {
    const [id = ''] = hidden;
    const other = likeIt(id);
    const unseen = await ask(as(), mutation, { input: input(id) }, id);
    const absent = await ask(as(), mutation, { input: input(other) }, other);

    expect(unseen).toEqual(absent);
    expect(unseen.answer).toMatch(/NOT_FOUND|UNAUTHENTICATED/);
  });

  it('a post that they may not read is answered as one that is not there, whatever is asked of it (Z1, Z2)', async () => {
    const react = 'mutation ($input: ReactInput!) { react(input: $input) { post { id } } }';
    const edit = 'mutation ($input: EditPostInput!) { editPost(input: $input) { post { id } } }';
    for (const id of hiddenPosts) {
      const other = likeIt(id);
      for (const [query, variables] of [
        [node, (post: string) => ({ id: post })],
        [react, (post: string) => ({ input: { post, kind: 'USEFUL', on: true } })],
        [edit, (post: string) => ({ input: { post, expectedRevision: 1, body: 'Mine' } })],
      ] as const) {
        const unseen = await ask(as(), query, variables(id), id);
        expect(unseen).toEqual(await ask(as(), query, variables(other), other));
      }
    }
  });
});
