/** Work that waited for a second connection while holding one: a dozen at once would wait for each other. */
import { Database } from '@hub/core/server';
import { createTestHub, type TestHub } from '@hub/testing';
import { notesPlugin } from '../fixtures/notes.plugin';

let hub: TestHub;
let database: Database;

beforeAll(async () => {
  hub = await createTestHub({ plugins: [notesPlugin], demonstration: false });
  database = hub.hub.app.get(Database);
});
afterAll(() => hub?.close());

const one = { text: 'SELECT 1 AS one', values: [] };

it('is refused at once, in every test that comes by it, instead of waiting when many do (R3)', async () => {
  const sentence = 'Hand the transaction on instead of taking a second connection.';

  await expect(database.transaction(() => database.read(one))).rejects.toThrow(sentence);
  await expect(database.transaction(() => database.transaction(async () => 1))).rejects.toThrow(sentence);
});

it('needs none where the transaction is handed on, and may take one afterwards', async () => {
  expect(await database.transaction((tx) => tx.query(one.text))).toEqual([{ one: 1 }]);
  expect(await database.read(one)).toEqual([{ one: 1 }]);
});
