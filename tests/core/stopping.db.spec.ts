/** How a hub stops: what was begun is finished and answered, live connections are told, nothing new is taken. */
import { Database } from '@hub/core/server';
import { createTestHub, type TestHub } from '@hub/testing';
import { troublePlugin } from '../fixtures/trouble.plugin';
import { notesPlugin, NotesService } from '../fixtures/notes.plugin';
import { ask, type Answer } from './support/requests';
import { endingOf, greeted } from './support/sockets';

let hub: TestHub;
let others: TestHub;

beforeAll(async () => {
  const plugins = [notesPlugin, troublePlugin];
  others = await createTestHub({ plugins, demonstration: false });
  const database = { url: others.databaseUrl, drop: () => Promise.resolve() };
  hub = await createTestHub({ plugins, demonstration: false, database, worker: true });
  await others.hub.app.get(Database).transaction((tx) => others.hub.app.get(NotesService).furnish(tx, 'one', ['ann']));
});
afterAll(() => others?.close());

it('what was begun is answered and kept, live connections hear that the hub goes, and nobody new is let in (R10)', async () => {
  const cookie = (await hub.as('ann')).cookie ?? '';
  const { socket } = await greeted(hub, { headers: { cookie } });
  const ending = endingOf(socket);
  const begun = ['mutation { writeTwice { done } }', '{ slow { sleeping } }'].map((query) =>
    ask(hub, query, { cookie }),
  );
  await new Promise((resolve) => setTimeout(resolve, 300));

  const stopping = hub.close();
  const answers: Answer[] = await Promise.all(begun);
  const answered = performance.now();
  await stopping;

  expect(performance.now() - answered).toBeLessThan(3000);

  expect(answers.map(({ status, codes }) => ({ status, codes }))).toEqual(Array(2).fill({ status: 200, codes: [] }));
  expect((await ending).how).toBe(1001);
  await expect(ask(hub, '{ notes { totalCount } }')).rejects.toThrow();
  expect(await others.sql(`SELECT key FROM core.remembered_request WHERE key LIKE '% half' ORDER BY key`)).toEqual([
    ...[{ key: 'first half' }, { key: 'second half' }],
  ]);
});
