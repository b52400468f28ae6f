/** What texts, numbers and dates are taken, and in which form they are kept. */
import { Database } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { notesPlugin, NotesService } from '../fixtures/notes.plugin';

let hub: TestHub;
let ann: TestClient;

beforeAll(async () => {
  hub = await createTestHub({ plugins: [notesPlugin], demonstration: false });
  await hub.hub.app.get(Database).transaction((tx) => hub.hub.app.get(NotesService).furnish(tx, 'one', ['ann']));
  ann = await hub.as('ann');
});
afterAll(() => hub.close());

const write = 'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { title body } } }';
const noteWith = (over: object) => ({ input: { desk: 'one', title: 'Fine', body: 'x', ...over } });

it('keeps text in one normal form, however it was typed, and finds it either way (T1)', async () => {
  const apart = 'Cafe\u0301';
  const { writeNote } = await ann.ok(write, noteWith({ title: apart, body: `${apart} ${apart}` }));
  const literal = await ann.ok(
    `mutation { writeNote(input: { desk: "one", title: "Re\\u0301sume\\u0301", body: "x" }) { note { title } } }`,
  );
  const found = await Promise.all(
    [apart, 'Café'].map((text) =>
      ann.ok('query ($f: NoteFilter) { notes(filter: $f) { totalCount } }', { f: { text } }),
    ),
  );

  expect(writeNote.note).toEqual({ title: 'Café', body: 'Café Café' });
  expect(literal.writeNote.note.title).toBe('Résumé');
  expect(found.map(({ notes }) => notes.totalCount)).toEqual([1, 1]);
});

it.each([
  ['a title turned around', { title: 'adm\u202enimda' }],
  ['a title with a zero-width space', { title: 'ad\u200bmin' }],
  ['a title with a control character', { title: 'a\u0007b' }],
  ['NUL', { body: 'a\u0000b' }],
  ['half a character', { body: 'a\ud800b' }],
])('refuses %s (T1, T5, T7)', async (_what, over) => {
  const { errors } = await ann.run(write, noteWith(over));

  expect(errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: `input.${Object.keys(over)[0] ?? ''}` }] } },
  ]);
});

it('makes one line of a title of two, so that nothing is smuggled into a letter or a list (T5, T7)', async () => {
  const { writeNote } = await ann.ok(write, noteWith({ title: 'x\r\nBcc: v@e\tf' }));

  expect(writeNote.note.title).toBe('x Bcc: v@e f');
});

it('takes several lines, and writing from right to left, where people write at length (T5)', async () => {
  const body = 'one\n\ttwo \u200fשלום\u200e';
  const { writeNote } = await ann.ok(write, noteWith({ title: 'Lines', body }));

  expect(writeNote.note.body).toBe(body);
});

it.each([2 ** 31, -(2 ** 31) - 1, 1e308, 1.5, -1, 101, '1'])('refuses a page of %s (T3)', async (first) => {
  const { errors } = await ann.run('query ($first: Int) { notes(first: $first) { totalCount } }', { first });

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'first' }] } }]);
});
