/** What may answer a title that somebody types: found by shared words, for the one who asks. */
import { createTestHub, notesPlugin, writeNote, type TestClient, type TestHub } from '@hub/testing';
import { siteRef } from '@hub/plugins/sites/contract';

let hub: TestHub;
let anjali: TestClient;
let gwen: TestClient;

beforeAll(async () => {
  hub = await createTestHub({ only: ['search'], also: [notesPlugin] });
  [anjali, gwen] = await Promise.all([hub.as('anjali-thornapple'), hub.as('gwen-stillwater')]);
});
afterAll(() => hub?.close());

async function similarTo(text: string, as = anjali, first = 5): Promise<string[]> {
  const { similar } = await as.ok(
    'query ($text: String!, $first: Int) { similar(text: $text, first: $first) { edges { node { ... on Note { title } } } } }',
    { text, first },
  );
  return similar.edges.map(({ node }: { node: { title?: string } }) => node.title).filter(Boolean);
}

async function note(name: string, title: string, body = '', more: object = {}): Promise<void> {
  await writeNote(hub, { name, title, body, ...more });
  await hub.drain();
}

it('shares at least half of the words, in any form, those of the title before those below', async () => {
  await note('below', 'Zebra crossings', 'Who covers quillworts at night? We asked.');
  await note('title', 'Covering the quillworts by night');
  await note('one-word', 'Quillwort recipes');

  expect(await similarTo('Who covers the quillwort at nights?')).toEqual([
    'Covering the quillworts by night',
    'Zebra crossings',
  ]);
});

it('shows the line that says most of the words, as a search does', async () => {
  await note('lines', 'Marsh plants', 'Nothing yet.\nThe butterwort is **watered** from a can.\nButterwort.');
  const { similar } = await anjali.ok(
    'query ($text: String!) { similar(text: $text, first: 1) { edges { matchedLine match { line words } } } }',
    { text: 'Who waters butterworts?' },
  );
  const line = 'The butterwort is watered from a can.';

  expect(similar.edges).toEqual([{ matchedLine: line, match: { line, words: ['butterwort', 'watered'] } }]);
});

it('is five at most when five are asked for, and nothing for words without a sense of their own', async () => {
  for (let number = 1; number <= 7; number += 1) await note(`bogbean-${number}`, `Bogbean harvest ${number}`);

  expect(await similarTo('The bogbean harvest')).toHaveLength(5);
  expect(await similarTo('Who is it that should be there?')).toEqual([]);
});

it('takes any text', async () => {
  for (const text of [
    "it's o'clock \\ and \\'",
    "http://a.example/b\\c?d='e & f | ! (",
    '/usr/local\\x',
    ':* <->',
    'é 漢字 😀',
  ])
    expect(await similarTo(text)).toEqual([]);
});

it('holds nothing that the viewer may not see (Z4)', async () => {
  await note('hidden', 'Sundew among ourselves', '', { visibility: 'site', owner: siteRef('northvale') });

  expect(await similarTo('Sundew among ourselves')).toEqual(['Sundew among ourselves']);
  expect(await similarTo('Sundew among ourselves', gwen)).toEqual([]);
  expect(await hub.anonymous.codeOf('{ similar(text: "sundew") { totalCount } }')).toBe('UNAUTHENTICATED');
});
