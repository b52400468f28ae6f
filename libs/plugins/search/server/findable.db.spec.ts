/** The worker as it runs in the hub: what was saved is findable soon after, with nobody asking for it. */
import { createTestHub, notesPlugin, writeNote, type TestClient, type TestHub } from '@hub/testing';

let hub: TestHub;
let anjali: TestClient;

beforeAll(async () => {
  hub = await createTestHub({ only: ['search'], also: [notesPlugin], worker: true });
  anjali = await hub.as('anjali-thornapple');
});
afterAll(() => hub.close());

async function isFound(text: string): Promise<boolean> {
  const { search } = await anjali.ok('query ($text: String!) { search(text: $text) { totalCount } }', { text });
  return search.totalCount > 0;
}

/** Asks until it is so. The bound is of a busy machine; how long it takes is measured by the bench. */
async function eventually(ask: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end;) if (await ask()) return;
  throw new Error('It never came to be so.');
}

it('as soon as it is saved, changed or taken away', async () => {
  await writeNote(hub, { name: 'soon', title: 'Theremin evening' });
  await eventually(() => isFound('theremin'));

  await writeNote(hub, { name: 'soon', title: 'Ondes Martenot evening' });
  await eventually(() => isFound('martenot'));
  expect(await isFound('theremin')).toBe(false);

  await writeNote(hub, { name: 'soon', title: 'Ondes Martenot evening', state: 'unlisted' });
  await eventually(async () => !(await isFound('martenot')));
});

it('who may see it is asked of the hub itself, never of the index: at once, whatever the worker does', async () => {
  const owner = 'site:network/northvale';
  await writeNote(hub, { name: 'hidden', title: 'Glassharp', visibility: 'site', owner });
  await eventually(() => isFound('glassharp'));
  const stranger = await hub.as('gwen-stillwater');
  const seen = async () => (await stranger.ok('{ search(text: "glassharp") { totalCount } }')).search.totalCount;
  expect(await seen()).toBe(0);

  await writeNote(hub, { name: 'hidden', title: 'Glassharp', visibility: 'network', owner });
  expect(await seen()).toBe(1);
  await writeNote(hub, { name: 'hidden', title: 'Glassharp', visibility: 'site', owner });
  expect(await seen()).toBe(0);
});
