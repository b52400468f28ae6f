/** Pages of lists: a cursor is worth nothing where it does not belong, and opens no row that its holder may not see. */
import { createTestHub, type TestClient, type TestHub, type TestResult } from '@hub/testing';

let hub: TestHub;
let anjali: TestClient;
let zubin: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [anjali, zubin] = await Promise.all([hub.as('anjali-thornapple'), hub.as('zubin-cloverdale')]);
  for (const title of ['Aardvark round', 'Zebra round']) {
    await anjali.ok(
      'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id } } }',
      { input: { site: 'northvale', title, summary: 'A draft', modelTypes: ['MCP'] } },
    );
  }
});
afterAll(() => hub?.close());

interface List {
  readonly name: string;
  /** The connection at `list`; takes `$first` and `$after`. */
  readonly query: string;
}

const connection = '{ totalCount pageInfo { endCursor hasNextPage } edges { cursor node { id } } }';
const lists: readonly List[] = [
  {
    name: 'interventions',
    query: `query ($first: Int, $after: String) { list: interventions(first: $first, after: $after) ${connection} }`,
  },
  {
    name: 'interventions by title',
    query: `query ($first: Int, $after: String) { list: interventions(orderBy: TITLE, first: $first, after: $after) ${connection} }`,
  },
  {
    name: 'sites',
    query: `query ($first: Int, $after: String) { list: sites(first: $first, after: $after) ${connection} }`,
  },
  {
    name: 'vanguards',
    query: `query ($first: Int, $after: String) { list: vanguards(first: $first, after: $after) ${connection} }`,
  },
  {
    name: 'threads',
    query: `query ($first: Int, $after: String) { list: threads(first: $first, after: $after) ${connection} }`,
  },
];

type Edge = { cursor: string; node: { id: string } };
const page = (client: TestClient, list: List, after: string | null, first = 5): Promise<TestResult> =>
  client.run(list.query, { first, after });
const idsOf = (result: TestResult): string[] => result.data.list.edges.map(({ node }: Edge) => node.id);

/** Every id of a list that a viewer may see. */
async function all(client: TestClient, list: List): Promise<Set<string>> {
  const ids = new Set<string>();
  let after: string | null = null;
  do {
    const result: TestResult = await page(client, list, after, 100);
    idsOf(result).forEach((id) => ids.add(id));
    after = result.data.list.pageInfo.hasNextPage ? result.data.list.pageInfo.endCursor : null;
  } while (after);
  return ids;
}

describe.each(lists)('A page of $name', (list) => {
  it('is refused for the cursor of any other list (Z10)', async () => {
    for (const other of lists) {
      if (other.name === list.name) continue;
      const cursor = (await page(zubin, other, null)).data.list.edges[1]?.cursor;
      const { data, errors } = await page(zubin, list, cursor);
      expect([other.name, data, errors?.[0]?.extensions.code]).toEqual([other.name, null, 'BAD_USER_INPUT']);
    }
  });

  it('shows with the cursor of somebody who sees more only what one sees oneself (Z10)', async () => {
    const [own, theirs] = [await all(zubin, list), await page(anjali, list, null, 100)];
    const before = (await page(zubin, list, null)).data.list.totalCount;
    for (const { cursor } of theirs.data.list.edges as Edge[]) {
      const result = await page(zubin, list, cursor, 100);
      expect(idsOf(result).filter((id) => !own.has(id))).toEqual([]);
      expect(result.data.list.totalCount).toBe(before);
    }
  });

  it('with a cursor that was changed anywhere is refused, or shows nothing that one may not see (Z10)', async () => {
    const own = await all(zubin, list);
    const cursor = String((await page(anjali, list, null)).data.list.edges[0]?.cursor);
    for (let at = 0; at < cursor.length; at += 1) {
      const changed = cursor.slice(0, at) + (cursor[at] === 'A' ? 'B' : 'A') + cursor.slice(at + 1);
      const { data, errors } = await page(zubin, list, changed);
      if (errors) expect([at, errors[0]?.extensions.code]).toEqual([at, 'BAD_USER_INPUT']);
      else expect(idsOf({ data }).filter((id) => !own.has(id))).toEqual([]);
    }
  });

  it.each([-1, 101, 2 ** 31 - 1, 2 ** 31])('of %d rows is refused (Z10)', async (first) => {
    const { data, errors } = await page(zubin, list, null, first);

    expect(data?.list).toBeUndefined();
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
