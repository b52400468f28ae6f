/** Rare words are looked up in the index and the last one, which may be unfinished, in what has them: it finds the same. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

let hub: TestHub;
let anjali: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  anjali = await hub.as('anjali-thornapple');
});
afterAll(() => hub.close());

const sureOf = async (text: string) => {
  const [row] = await hub.sql<{ sure: string | null }>('SELECT search.sure_of($1)::text AS sure', [text]);
  return row!.sure;
};
const find = async (text: string) => {
  const query = `query ($text: String!) { search(text: $text, first: 50) { totalCount edges { cursor match { line words } } }
    searchCounts(text: $text) { filter value count } }`;
  return anjali.ok(query, { text });
};
/** What PostgreSQL knows of how common words are: nothing, as of a table that it has not looked at yet; and which are common. */
const knowNothing = () => hub.sql(`DELETE FROM pg_statistic WHERE starelid = 'search.document'::regclass`);
const learn = () => hub.sql('ANALYZE search.document');

/** Two words that stand together in a document, the first in no other, the second without its end. */
async function pairs(): Promise<string[]> {
  const rows = await hub.sql<{ pair: string }>(
    `WITH rare AS MATERIALIZED (SELECT word FROM ts_stat('SELECT words FROM search.document') WHERE ndoc = 1 AND word ~ '^[a-z]+$')
     SELECT DISTINCT ON (d.ref) r.word || ' ' || left(o.word, length(o.word) - 2) AS pair FROM search.document d,
       LATERAL (SELECT word FROM unnest(tsvector_to_array(d.words)) word WHERE word IN (SELECT word FROM rare) LIMIT 1) r,
       LATERAL (SELECT word FROM unnest(tsvector_to_array(d.words)) word WHERE word ~ '^[a-z]{6,}$' AND word <> r.word) o
     ORDER BY d.ref, hashtext(o.word) LIMIT 40`,
  );
  return rows.map(({ pair }) => pair);
}

it('finds the same hits and lines and counts the same, whether the index is asked for all words or for the rare ones', async () => {
  const texts = await pairs();
  await knowNothing();
  const before = [];
  for (const text of texts) before.push([await sureOf(text), await find(text)]);
  await learn();
  const after = [];
  for (const text of texts) after.push([await sureOf(text), await find(text)]);

  expect(texts.length).toBeGreaterThan(20);
  expect(before.filter(([sure]) => sure !== null)).toEqual([]);
  expect(after.filter(([sure]) => sure !== null).length).toBeGreaterThan(20);
  expect(after.map(([, found]) => found)).toEqual(before.map(([, found]) => found));
  const found = after.map(([, { search }]) => (search as { totalCount: number }).totalCount);
  expect(found.filter((count) => count > 0).length).toBeGreaterThan(20);
});

describe('which words the index is asked for', () => {
  beforeAll(learn);

  it.each([
    ['xylophone care', "'xylophon'"],
    ['care xylophone pati', "'care' & 'xylophon'"],
    ['the xylophone care', "'xylophon'"],
  ])('of "%s": those before the last one, where one of them is rare', async (text, sure) => {
    expect(await sureOf(text)).toBe(sure);
  });

  it.each([
    'xylophone',
    'care home',
    'the home',
    'xylophone "care home"',
    'xylophone -care',
    'xylophone or care home',
    '',
  ])('of "%s": all', async (text) => {
    expect(await sureOf(text)).toBeNull();
  });
});
