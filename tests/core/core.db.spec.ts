/** Core as a plugin author meets it: reads, access, mutations, live, outbox, on a real database. */
import type { Visibility } from '@hub/core/contract';
import { Database, Outbox } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { notesPlugin, NotesService, TellDesk } from '../fixtures/notes.plugin';

let hub: TestHub;
let ann: TestClient;
let bob: TestClient;

function visibilityOf(n: number): Visibility {
  if (n % 5 === 0) return 'site';
  if (n % 7 === 0) return 'draft';
  return n % 2 === 1 ? 'public' : 'network';
}

beforeAll(async () => {
  hub = await createTestHub({ plugins: [notesPlugin], demonstration: false });
  const notes = hub.hub.app.get(NotesService);
  await hub.hub.app.get(Database).transaction(async (tx) => {
    await notes.furnish(tx, 'one', ['ann']);
    await notes.furnish(tx, 'two', ['bob']);
    for (let n = 1; n <= 25; n += 1) {
      const at = new Date(Date.UTC(2020, 0, 1, 0, Math.floor(n / 3)));
      await notes.writeAs(
        tx,
        'ann',
        {
          desk: 'one',
          title: `Note ${String(n).padStart(2, '0')}`,
          body: `line a\nline b ${n}`,
          visibility: visibilityOf(n),
        },
        at,
      );
    }
  });
  ann = await hub.as('ann');
  bob = await hub.as('bob');
  await hub.drain();
});

afterAll(() => hub.close());

const page =
  'query ($first: Int, $after: String, $last: Int, $before: String, $filter: NoteFilter, $orderBy: NoteOrder) { notes(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id t: title } } } }';

async function walk(client: TestClient, variables: object): Promise<string[]> {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { notes } = await client.ok(page, { first: 4, after, ...variables });
    seen.push(...notes.edges.map((edge: { node: { t: string } }) => edge.node.t));
    after = notes.pageInfo.hasNextPage ? notes.pageInfo.endCursor : null;
  } while (after);
  return seen;
}

describe('lists', () => {
  it('page by keyset without gaps or doubles, each viewer seeing their own', async () => {
    const [all, network, open] = await Promise.all([walk(ann, {}), walk(bob, {}), walk(hub.anonymous, {})]);

    expect([all.length, network.length, open.length]).toEqual([25, 17, 8]);
    expect(new Set(all).size).toBe(25);
  });

  it('count only what the viewer may see', async () => {
    const totals = await Promise.all(
      [ann, bob, hub.anonymous].map(async (client) => (await client.ok(page, { first: 0 })).notes.totalCount),
    );

    expect(totals).toEqual([25, 17, 8]);
  });

  it('go backwards with last and before', async () => {
    const { notes: first } = await ann.ok(page, { first: 6 });
    const { notes: back } = await ann.ok(page, { last: 2, before: first.pageInfo.endCursor });

    expect(back.edges.map((edge: { node: unknown }) => edge.node)).toEqual(
      first.edges.slice(3, 5).map((edge: { node: unknown }) => edge.node),
    );
    expect(back.pageInfo.hasPreviousPage).toBe(true);
  });

  it('refuse pages out of range and cursors that are not theirs', async () => {
    const { notes } = await ann.ok(page, { first: 1, orderBy: 'TITLE' });

    const codes = await Promise.all([
      ann.codeOf(page, { first: -1 }),
      ann.codeOf(page, { first: 101 }),
      ann.codeOf(page, { after: 'nonsense' }),
      ann.codeOf(page, { after: notes.pageInfo.endCursor, orderBy: 'NEWEST' }),
      ann.codeOf(page, { first: 2 ** 31 }),
    ]);

    expect(codes).toEqual(Array(5).fill('BAD_USER_INPUT'));
  });

  it('filter by several things at once, and order by title', async () => {
    const { notes } = await ann.ok(page, {
      orderBy: 'TITLE',
      filter: { text: '1', modelTypes: ['mcp'], short: false },
    });

    expect(notes.edges.map((edge: { node: { t: string } }) => edge.node.t)).toEqual([
      'Note 01',
      ...Array.from({ length: 10 }, (_, n) => `Note ${n + 10}`),
      'Note 21',
    ]);
  });
});

describe('one statement', () => {
  it.each([1, 20])('reads %i notes with desks, lines, sizes, models and the desks’ own notes', async (first) => {
    const query =
      '{ notes(first: ' +
      first +
      ') { edges { node { id lines { number text } size { characters } modelTypes { code } viewerCanEdit writtenAt desk { name notes(first: 2) { totalCount edges { node { title } } } } } } } }';

    await ann.ok('{ notes(first: 1) { totalCount } }');

    const statements = await hub.countReads(async () => expect((await ann.ok(query)).notes.edges).toHaveLength(first));

    expect(statements).toBe(1);
  });
});

describe('node(id)', () => {
  it('is null for what does not exist and for what may not be seen, in the same words', async () => {
    const query =
      'query ($id: ID!) { node(id: $id) { __typename id ... on Note { title lines { text } desk { ... on Node { id } } } } }';

    expect(await bob.run(query, { id: 'note:notes/note-05' })).toEqual({ data: { node: null } });
    expect(await bob.run(query, { id: 'note:notes/nothing' })).toEqual({ data: { node: null } });
    expect(await bob.codeOf(query, { id: 'nonsense' })).toBe('BAD_USER_INPUT');
    expect((await ann.ok(query, { id: 'note:notes/note-05' })).node).toMatchObject({
      __typename: 'Note',
      title: 'Note 05',
      desk: { id: 'desk:network/one' },
    });
  });
});

describe('mutations', () => {
  const write = 'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { n: note { title viewerCanEdit } } }';
  const input = (title: string, more: object = {}) => ({ input: { desk: 'one', title, body: 'x', ...more } });

  it('answer with the changed object', async () => {
    expect(await ann.ok(write, input('Fresh'))).toEqual({ writeNote: { n: { title: 'Fresh', viewerCanEdit: true } } });
  });

  it('are coded: signed out, unseen, seen but not allowed', async () => {
    expect(await hub.anonymous.codeOf(write, input('No'))).toBe('UNAUTHENTICATED');
    expect(await ann.codeOf(write, input('No', { desk: 'nowhere' }))).toBe('NOT_FOUND');
    expect(await bob.codeOf(write, input('No'))).toBe('FORBIDDEN');
    expect(
      await bob.codeOf('mutation { renameNote(input: { note: "note:notes/note-05", title: "x" }) { note { id } } }'),
    ).toBe('NOT_FOUND');
  });

  it('change nothing when they fail, and name the field', async () => {
    const before = await hub.sql('SELECT count(*) FROM core.entity');

    const { errors } = await ann.run(write, input('a title that is much too long', { body: 'nul \u0000' }));
    const refused = await ann.run(write, input('refused'));
    const broken = await ann.run(write, input('Broken', { body: 'broken' }));

    expect(errors?.[0]?.extensions.fields?.map((field) => field.path)).toEqual(['input.title', 'input.body']);
    expect(refused.errors?.[0]?.extensions.fields).toEqual([{ path: 'input.title', message: 'Choose another title' }]);
    expect(broken.errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(broken)).not.toMatch(/secret|stack|\.ts/);
    expect(await hub.sql('SELECT count(*) FROM core.entity')).toEqual(before);
  });

  it('give the same answer to a retry, once, and CONFLICT to a reused id', async () => {
    const once = input('Once', { clientMutationId: 'k1' });

    const answers = await Promise.all([ann.ok(write, once), ann.ok(write, once), ann.ok(write, once)]);

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await ann.codeOf(write, input('Other', { clientMutationId: 'k1' }))).toBe('CONFLICT');
  });
});

describe('live', () => {
  it('sends what the listener may see, and nothing else', async () => {
    await hub.drain();
    const query = 'subscription { noteWritten { what note { title viewerCanEdit } } }';
    const [annHears, bobHears] = [await ann.live(query), await bob.live(query)];
    const write = (title: string, visibility: string) =>
      ann.ok('mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { id } } }', {
        input: { desk: 'one', title, body: '', visibility },
      });

    await write('Secret', 'site');
    await write('Shared', 'network');
    await hub.drain();

    expect((await annHears.next()).data.noteWritten.note.title).toBe('Secret');
    expect((await bobHears.next()).data).toEqual({
      noteWritten: { what: 'written', note: { title: 'Shared', viewerCanEdit: false } },
    });
    await Promise.all([annHears.stop(), bobHears.stop()]);
  });

  it('ends when the session does', async () => {
    const cleo = await hub.as('bob');
    const stream = await cleo.live('subscription { noteWritten { what } }');

    const response = await cleo.post('/auth/sign-out', {});

    expect(response.status).toBe(204);
    expect(await stream.ended).toMatchObject({ code: 4401 });
    expect(await cleo.ok('{ notes(first: 0) { totalCount } }')).toEqual({ notes: { totalCount: 8 } });
  });

  it('refuses a foreign page, and runs nothing but live operations', async () => {
    const foreign = await fetch(`${hub.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
      body: '{}',
    });
    const query = await ann.live('{ notes(first: 0) { totalCount } }');

    expect(foreign.status).toBe(403);
    expect(JSON.stringify(await query.ended)).toMatch(/Only live operations/);
  });
});

describe('the outbox', () => {
  it('tries a failing handler again, and handles each event once in effect (R5)', async () => {
    TellDesk.handled = [];
    TellDesk.failures = 1;
    await ann.ok('mutation { writeNote(input: { desk: "one", title: "Retry", body: "" }) { note { id } } }');
    await hub.drain();
    const [waiting] = await hub.sql<{ attempts: number; problem: string }>(
      "SELECT attempts, problem FROM core.delivery WHERE handler = 'TellDesk' AND done_at IS NULL",
    );
    await hub.sql("UPDATE core.delivery SET next_at = now() - interval '1 second' WHERE done_at IS NULL");
    await hub.drain();

    expect(waiting).toMatchObject({ attempts: 1 });
    expect(waiting?.problem).toMatch(/not today/);
    expect(TellDesk.handled).toEqual(['note:notes/retry']);
  });

  it('is due as soon as it is committed, wherever in a millisecond that was', async () => {
    const { app, worker } = hub.hub;
    const told = { name: 'note.written', subject: 'note:notes/retry', actor: null, facts: { desk: 'one' } } as const;
    let late = 0;
    for (let time = 0; time < 60; time += 1) {
      await app.get(Database).transaction((tx) => app.get(Outbox).add(tx, { ...told, at: new Date() }));
      late += (await worker.handleNext()) ? 0 : 1;
      await hub.drain();
    }

    expect(late).toBe(0);
  });
});
