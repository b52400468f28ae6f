/** What others quote of a post goes where the post goes: hidden with it, given back with it, cut with it. */
import type { TestClient } from '@hub/testing';
import {
  caseOf,
  createDiscussion,
  decideBy,
  replyTo,
  reportBy,
  startThread,
  type Discussion,
} from './testing/discussion';

const edit = 'mutation ($input: EditPostInput!) { editPost(input: $input) { post { id } } }';
const one = 'query ($id: ID!) { node(id: $id) { ... on Post { body revision hidden revisions { body } } } }';
const mark = '> [not shown: see the post that is quoted]';

let all: Discussion;

beforeAll(async () => {
  all = await createDiscussion(['search', 'subscriptions']);
});
beforeEach(() => all.hub.sql('DELETE FROM core.attempt'));
afterAll(() => all?.hub.close());

const seenBy = async (client: TestClient, id: string) => (await client.ok(one, { id })).node;
const saidIn = async (id: string) => (await seenBy(all.reader, id)).body;
const found = async (text: string) => {
  await all.hub.drain();
  return (await all.other.ok('query ($text: String!) { search(text: $text) { totalCount } }', { text })).search
    .totalCount;
};

/** A post of the author's, and one of somebody else that quotes it, now and before an edit. */
async function quoted(word: string) {
  const { thread } = await startThread(all.other);
  const post = await replyTo(all.author, thread, `Mrs ${word} fell again`);
  const first = `> Siobhan:\n>\n> Mrs ${word} fell again\n\nWho?`;
  const quoting = await replyTo(all.other, thread, first, { inReplyTo: post });
  const body = `> Mrs ${word} fell again\n\nWho is she?`;
  await all.other.ok(edit, { input: { post: quoting, expectedRevision: 1, body } });
  return { thread, post, quoting, body, first };
}

it('what is quoted of a hidden post is hidden with it, before an edit too, and given back when the post is kept', async () => {
  const { post, quoting, body, first } = await quoted('Quorndale');
  expect(await found('Quorndale')).toBe(1);
  await reportBy(all.reader, post);

  for (const client of [all.reader, all.other, all.moderator, all.author])
    expect(await seenBy(client, quoting)).toMatchObject({
      ...{ body: `${mark}\n\nWho is she?`, hidden: false },
      revisions: [{ body: `> Siobhan:\n>\n${mark}\n\nWho?` }],
    });
  expect(await found('Quorndale')).toBe(0);

  await decideBy(all.moderator, await caseOf(all.moderator, post), 'KEEP');
  expect(await seenBy(all.reader, quoting)).toMatchObject({ body, revisions: [{ body: first }] });
  expect(await found('Quorndale')).toBe(1);
});

it('whoever quotes it from a page that they had open shows nothing of it either', async () => {
  const { thread, post, quoting } = await quoted('Openpage');
  await reportBy(all.reader, post);
  const later = await replyTo(all.other, thread, '> Mrs Openpage\n\nIs that so?');
  const { revision } = await seenBy(all.other, quoting);
  const again = { post: quoting, expectedRevision: 2, body: '> Mrs Openpage fell again\n\nStill' };

  expect(await saidIn(later)).toBe(`${mark}\n\nIs that so?`);
  expect(await all.other.codeOf(edit, { input: again })).toBe('CONFLICT');
  await all.other.ok(edit, { input: { ...again, expectedRevision: revision } });
  expect(await saidIn(quoting)).toBe(`${mark}\n\nStill`);

  await decideBy(all.moderator, await caseOf(all.moderator, post), 'KEEP');
  expect(await saidIn(later)).toBe('> Mrs Openpage\n\nIs that so?');
  expect(await saidIn(quoting)).toBe('> Mrs Openpage fell again\n\nStill');
});

it('what quotes two hidden posts gets back the one that is kept', async () => {
  const { thread } = await startThread(all.other);
  const [first, second] = [await replyTo(all.author, thread, 'Ann One'), await replyTo(all.author, thread, 'Bob Two')];
  const quoting = await replyTo(all.other, thread, '> Ann One\n\nand\n\n> Bob Two');
  for (const post of [first, second]) await reportBy(all.reader, post);
  expect(await saidIn(quoting)).toBe(`${mark}\n\nand\n\n${mark}`);

  await decideBy(all.moderator, await caseOf(all.moderator, first), 'KEEP');
  expect(await saidIn(quoting)).toBe(`> Ann One\n\nand\n\n${mark}`);
  await decideBy(all.moderator, await caseOf(all.moderator, second), 'REMOVE');
  expect(await saidIn(quoting)).toBe(`> Ann One\n\nand\n\n${mark}`);
});

it('what is removed is not quoted any more; an appeal that is upheld brings it back, but not to who wrote it anew', async () => {
  const { thread, post, quoting, body } = await quoted('Removedly');
  const edited = await replyTo(all.reader, thread, '> Mrs Removedly\n\nHm');
  await reportBy(all.reader, post, { reason: 'UNKIND' });
  expect(await saidIn(quoting)).toBe(body);
  const id = await caseOf(all.moderator, post);
  await decideBy(all.moderator, id, 'REMOVE');
  expect([await saidIn(quoting), await saidIn(edited)]).toEqual([`${mark}\n\nWho is she?`, `${mark}\n\nHm`]);

  await all.reader.ok(edit, { input: { post: edited, expectedRevision: 2, body: `${mark}\n\nHm, then` } });
  const own = id.replace('moderation-case', 'own-case');
  await all.author.ok('mutation ($input: AppealInput!) { appeal(input: $input) { case { id } } }', {
    input: { case: own, words: 'It is a ship' },
  });
  await all.second.ok('mutation ($input: DecideAppealInput!) { decideAppeal(input: $input) { case { id } } }', {
    input: { case: id, upheld: true, answer: 'So it is' },
  });
  expect([await saidIn(quoting), await saidIn(edited)]).toEqual([body, `${mark}\n\nHm, then`]);
});
