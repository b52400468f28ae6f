/** Compiled reads against a naive evaluation, one request per edge: the same answer for any selection and any viewer. */
import { Database } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import fc from 'fast-check';
import { notesPlugin, NotesService } from '../fixtures/notes.plugin';

let hub: TestHub;
let viewers: readonly TestClient[];

beforeAll(async () => {
  hub = await createTestHub({ plugins: [notesPlugin], demonstration: false });
  const notes = hub.hub.app.get(NotesService);
  await hub.hub.app.get(Database).transaction(async (tx) => {
    await notes.furnish(tx, 'one', ['ann']);
    await notes.furnish(tx, 'two', ['bob']);
    for (const [at, visibility] of (['public', 'network', 'site', 'draft', 'public', 'site'] as const).entries()) {
      await notes.writeAs(
        tx,
        'ann',
        { desk: 'one', title: `a${at}`, body: `x\ny${at}`, visibility },
        new Date(Date.UTC(2020, 1, 1 + at)),
      );
      await notes.writeAs(
        tx,
        'bob',
        { desk: 'two', title: `b${at}`, body: '', visibility },
        new Date(Date.UTC(2020, 1, 1 + at)),
      );
    }
    await tx.query(
      `UPDATE notes.note SET related = CASE WHEN ref LIKE '%a%' THEN replace(ref, '/a', '/b') ELSE 'desk:network/one' END`,
    );
  });
  viewers = [await hub.as('ann'), await hub.as('bob'), hub.anonymous];
});

afterAll(() => hub.close());

interface Selection {
  readonly leaves: readonly string[];
  readonly desk?: DeskSelection;
  readonly related?: { readonly note: Selection; readonly desk: DeskSelection };
}

interface DeskSelection {
  readonly first: number;
  readonly total: boolean;
  readonly notes: Selection;
}

const leaves = fc.subarray(
  [
    'title',
    'body',
    'writtenAt',
    'viewerCanEdit',
    'lines { number text }',
    'size { characters }',
    'modelTypes { code name }',
    'other: title',
  ],
  { minLength: 1 },
);

/** As deep as operations may be. */
const within = { nil: undefined, depthIdentifier: 'things', maxDepth: 1 };

const { note } = fc.letrec<{ note: Selection; desk: DeskSelection }>((tie) => ({
  note: fc.record(
    {
      leaves,
      desk: fc.option(tie('desk'), within),
      related: fc.option(fc.record({ note: tie('note'), desk: tie('desk') }), within),
    },
    { requiredKeys: ['leaves'] },
  ) as fc.Arbitrary<Selection>,
  desk: fc.record({ first: fc.integer({ min: 0, max: 4 }), total: fc.boolean(), notes: tie('note') }),
}));

function depth(selection: Selection): number {
  return (
    1 +
    Math.max(
      0,
      ...[selection.desk?.notes, selection.related?.note, selection.related?.desk.notes].map((inner) =>
        inner ? depth(inner) + 2 : 0,
      ),
    )
  );
}

function text(selection: Selection): string {
  const parts = ['id', ...selection.leaves];
  if (selection.desk) parts.push(`desk { ${deskText(selection.desk)} }`);
  if (selection.related)
    parts.push(
      `related { __typename ... on Note { ${text(selection.related.note)} } ... on Desk { ${deskText(selection.related.desk)} } }`,
    );
  return parts.join(' ');
}

function deskText({ first, total, notes }: DeskSelection): string {
  return `name id inner: notes(first: ${first}) { ${total ? 'totalCount' : ''} edges { node { ${text(notes)} } } }`;
}

type Answer = Record<string, unknown>;

/** One request per object: its leaves and the ids of what is next to it. */
async function naive(viewer: TestClient, id: string, selection: Selection): Promise<Answer> {
  const query = `{ node(id: "${id}") { ... on Note { id ${selection.leaves.join(' ')} desk { id } related { __typename id } } } }`;
  const { desk, related, ...own } = (await viewer.ok(query)).node;
  const answer: Answer = { ...own };
  if (selection.desk) answer.desk = await naiveDesk(viewer, desk.id, selection.desk);
  if (selection.related) {
    answer.related = related && {
      __typename: related.__typename,
      ...(related.__typename === 'Note'
        ? await naive(viewer, related.id, selection.related.note)
        : await naiveDesk(viewer, related.id, selection.related.desk)),
    };
  }
  return answer;
}

async function naiveDesk(viewer: TestClient, id: string, { first, total, notes }: DeskSelection): Promise<Answer> {
  const query = `{ node(id: "${id}") { ... on Desk { name id notes(first: ${first}) { totalCount edges { node { id } } } } } }`;
  const { notes: connection, ...own } = (await viewer.ok(query)).node;
  const edges = await Promise.all(
    connection.edges.map(async (edge: { node: { id: string } }) => ({
      node: await naive(viewer, edge.node.id, notes),
    })),
  );
  return { ...own, inner: { ...(total ? { totalCount: connection.totalCount } : {}), edges } };
}

it('a selection reads the same in one statement as one edge at a time', async () => {
  const anySelection = note.filter((selection) => depth(selection) <= 9);

  await fc.assert(
    fc.asyncProperty(anySelection, fc.nat(2), fc.constantFrom('a0', 'a1', 'b0', 'b1'), async (selection, who, name) => {
      const viewer = viewers[who] as TestClient;
      const id = `note:notes/${name}`;
      const { node } = await viewer.ok(`query ($id: ID!) { node(id: $id) { ... on Note { ${text(selection)} } } }`, {
        id,
      });

      if (node === null) expect((await viewer.ok(`{ node(id: "${id}") { id } }`)).node).toBeNull();
      else expect(node).toEqual(await naive(viewer, id, selection));
    }),
    { numRuns: 60 },
  );
});
