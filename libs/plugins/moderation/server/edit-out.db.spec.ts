/** Cutting words out of a post: nothing of them is left, in any table. */
import { attachFile } from '@hub/testing';
import {
  caseOf,
  createDiscussion,
  decideBy,
  refOf,
  replyTo,
  reportBy,
  startThread,
  type Discussion,
} from './testing/discussion';

const post = 'query ($id: ID!) { node(id: $id) { ... on Post { body hidden revision revisions { body } } } }';
const edit = 'mutation ($input: EditPostInput!) { editPost(input: $input) { post { id } } }';
const mark = '[cut out by a moderator]';

let all: Discussion;

beforeAll(async () => {
  all = await createDiscussion(['search', 'subscriptions', 'administration', 'files']);
});
beforeEach(() => all.hub.sql('DELETE FROM core.attempt'));
afterAll(() => all?.hub.close());

/** Every column of every table in which the word stands, indexes of words included. */
async function placesOf(word: string): Promise<string[]> {
  const columns = await all.hub.sql<{ name: string; column: string }>(
    `SELECT format('%I.%I', c.table_schema, c.table_name) AS name, quote_ident(c.column_name) AS column
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name, column } of columns) {
    const [row] = await all.hub.sql<{ is: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM ${name} WHERE strpos(lower(${column}::text), lower($1)) > 0) AS is`,
      [word],
    );
    if (row?.is) found.push(`${name}.${column}`);
  }
  return found;
}

const cutOut = (id: string, cuts: string[], expectedRevision: number) =>
  decideBy(all.moderator, id, 'EDIT_OUT', { cuts, expectedRevision });

it('the cut words are in no table afterwards, not of the first post, nor of what it said before, nor of the search', async () => {
  const { thread, first } = await startThread(all.author, { body: 'Zorbinda Quimble fell. Then Quimbletwo' });
  await all.author.ok(edit, {
    input: { post: first, expectedRevision: 1, body: 'Zorbinda Quimble fell again, at noon' },
  });
  await all.hub.drain();
  await reportBy(all.reader, first);
  await all.hub.drain();
  const id = await caseOf(all.moderator, first);
  expect(await placesOf('Zorbinda')).toEqual(expect.arrayContaining(['threads.post.body', 'threads.revision.body']));

  expect((await cutOut(id, ['Zorbinda Quimble'], 2)).errors).toBeUndefined();
  await all.hub.drain();

  expect(await placesOf('Zorbinda')).toEqual([]);
  expect(await placesOf('Quimble')).toEqual([]);
  expect((await all.reader.ok(post, { id: first })).node).toEqual({
    ...{ body: `${mark} fell again, at noon`, hidden: false, revision: 3, revisions: [] },
  });
  const { threads } = await all.reader.ok(
    'query ($text: String) { threads(filter: { text: $text }) { edges { node { id } } } }',
    { text: 'again, at noon' },
  );
  expect(threads.edges).toEqual([{ node: { id: thread } }]);
});

it('a word that stood only in what the post said before is cut out too, and one within another does not break it', async () => {
  const { thread } = await startThread(all.other);
  const subject = await replyTo(all.author, thread, 'Told by Wexford');
  await all.author.ok(edit, { input: { post: subject, expectedRevision: 1, body: 'Ada saw Ada Lark' } });
  await reportBy(all.reader, subject);
  const id = await caseOf(all.moderator, subject);
  await cutOut(id, ['Ada', ' Wexford ', 'Ada Lark', ''], 2);

  expect((await all.other.ok(post, { id: subject })).node.body).toBe(`${mark} saw ${mark}`);
  expect(await placesOf('Wexford')).toEqual([]);
});

it('the cut reaches the title, what others quote of it now and before, and what its files are called', async () => {
  const file = { name: 'Zebedora.csv', type: 'text/csv', body: 'a,b\n1,2\n' };
  const attachment = await attachFile(all.author, refOf('author'), file);
  const { thread, first } = await startThread(all.author, {
    ...{ title: 'Weekly round with Zebedora', body: 'Zebedora fell', attachments: [{ attachment }] },
  });
  const quoting = await replyTo(all.other, thread, '> Zebedora fell\n\nWho is Zebedora?', { inReplyTo: first });
  await all.other.ok(edit, { input: { post: quoting, expectedRevision: 1, body: '> Zebedora fell\n\nWho?' } });
  await all.hub.drain();
  await reportBy(all.reader, first);
  await cutOut(await caseOf(all.moderator, first), ['Zebedora'], 1);
  await all.hub.drain();

  expect((await all.reader.ok('query ($id: ID!) { thread(id: $id) { title } }', { id: thread })).thread.title).toBe(
    `Weekly round with ${mark}`,
  );
  const files = 'query ($id: ID!) { node(id: $id) { ... on Post { attachments { name } } } }';
  expect((await all.reader.ok(files, { id: first })).node.attachments).toEqual([{ name: `${mark}.csv` }]);
  expect((await all.reader.ok(post, { id: quoting })).node).toMatchObject({
    ...{ body: `> ${mark} fell\n\nWho?`, revisions: [{ body: `> ${mark} fell\n\nWho is Zebedora?` }] },
  });
});

it('words that stand only in the title or in the name of a file can be cut as well', async () => {
  const file = { name: 'Onlyfile.csv', type: 'text/csv', body: 'a,b\n1,2\n' };
  const attachment = await attachFile(all.author, refOf('author'), file);
  const { first } = await startThread(all.author, { title: 'About Onlytitle', attachments: [{ attachment }] });
  await reportBy(all.reader, first);

  expect((await cutOut(await caseOf(all.moderator, first), ['Onlytitle', 'Onlyfile'], 1)).errors).toBeUndefined();
});

it('words that stand nowhere in it, or nothing to cut, change nothing; nor does a cut of what its author has edited since', async () => {
  const { thread } = await startThread(all.other);
  const subject = await replyTo(all.author, thread, 'As it is');
  await reportBy(all.reader, subject);
  const id = await caseOf(all.moderator, subject);
  const code = async (cuts: string[], revision: number) =>
    (await cutOut(id, cuts, revision)).errors?.[0]?.extensions.code;

  expect(await code(['as it is'], 1)).toBe('BAD_USER_INPUT');
  expect(await code([' '], 1)).toBe('BAD_USER_INPUT');
  await all.author.ok(edit, { input: { post: subject, expectedRevision: 1, body: 'As it was' } });
  expect(await code(['As it'], 1)).toBe('CONFLICT');
  expect((await all.author.ok(post, { id: subject })).node).toMatchObject({ body: 'As it was', hidden: true });
  expect(
    (await all.moderator.ok('query ($id: ID!) { moderationCase(id: $id) { decision } }', { id })).moderationCase,
  ).toEqual({ decision: null });
});

it('an edit that its author began before the cut does not bring the words back unseen', async () => {
  const { thread } = await startThread(all.other);
  const subject = await replyTo(all.author, thread, 'Old Tibbald');
  await reportBy(all.reader, subject);
  await cutOut(await caseOf(all.moderator, subject), ['Tibbald'], 1);

  expect(
    await all.author.codeOf(edit, { input: { post: subject, expectedRevision: 1, body: 'Old Tibbald, then' } }),
  ).toBe('CONFLICT');
});
