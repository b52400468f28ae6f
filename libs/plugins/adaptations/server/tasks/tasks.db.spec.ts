/** Who does which task of a record, and that nobody is sure yet. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { published, started } from '../adaptation.builders';

let hub: TestHub;
let anjali: TestClient;
let leonie: TestClient;
let callum: TestClient;
let adaptation: string;

beforeAll(async () => {
  hub = await createTestHub();
  [anjali, leonie, callum] = await Promise.all([
    hub.as('anjali-thornapple'),
    hub.as('leonie-fernmoss'),
    hub.as('callum-pennyroyal'),
  ]);
});
afterAll(() => hub.close());
beforeEach(async () => {
  adaptation = await started(anjali, await published(callum, { site: 'tollbridge' }), 'northvale');
});

const document = `mutation($input: PlanTaskInput!) { planTask(input: $input) {
  adaptation { revision tasks { key notSure owner { id } } modifications { id } }
} }`;
const plan = (client: TestClient, input: Record<string, unknown>) =>
  client.run(document, { input: { adaptation, ...input } });
const fieldsOf = async (client: TestClient, input: Record<string, unknown>) =>
  (await plan(client, input)).errors?.[0]?.extensions.fields?.map(({ path }) => path);
const [her, him] = ['member:network/leonie-fernmoss', 'member:network/callum-pennyroyal'];

it('keeps who does it and that nobody is sure; what is left out stays, null takes the name away', async () => {
  const first = await plan(anjali, { task: 'DATA_AUDIT', owner: her });
  const second = await plan(leonie, { task: 'DATA_AUDIT', notSure: true });
  const third = await plan(anjali, { task: 'DATA_AUDIT', owner: null });

  expect(first.data.planTask.adaptation).toMatchObject({
    revision: 2,
    tasks: [{ key: 'DATA_AUDIT', notSure: false, owner: { id: her } }],
  });
  expect(second.data.planTask.adaptation.tasks).toEqual([{ key: 'DATA_AUDIT', notSure: true, owner: { id: her } }]);
  expect(third.data.planTask.adaptation.tasks).toEqual([{ key: 'DATA_AUDIT', notSure: true, owner: null }]);
});

it('takes every task of the list, sections and changes among them', async () => {
  const { recordModification } = await anjali.ok(
    'mutation($input: RecordModificationInput!) { recordModification(input: $input) { adaptation { modifications { id } } } }',
    { input: { adaptation, what: 'Less', why: 'Time', codes: [] } },
  );
  const tasks = ['CONTEXT_COMPARISON', 'DECIDE', 'TEST', 'OUTCOME', 'PUBLISH', 'section:who_provides'];

  for (const task of [...tasks, recordModification.adaptation.modifications[0].id]) {
    expect((await plan(anjali, { task, owner: her })).errors).toBeUndefined();
  }
});

it.each(['', 'NOTHING', 'section:', 'section:nothing', 'modification:00000000-0000-4000-8000-000000000000'])(
  'refuses %j, which is no task of the record, and keeps nothing',
  async (task) => {
    expect(await fieldsOf(anjali, { task, notSure: true })).toEqual(['input.task']);
    expect(await hub.sql('SELECT 1 FROM adaptations.task WHERE adaptation_ref = $1', [adaptation])).toEqual([]);
  },
);

it('gives a task only to those who write for the site', async () => {
  expect(await fieldsOf(anjali, { task: 'DECIDE', owner: him })).toEqual(['input.owner']);
});

it('is for the editors of the site, who alone see it', async () => {
  const elsewhere = await plan(callum, { task: 'DECIDE', notSure: true });
  await anjali.ok('mutation($input: MoveAdaptationInput!) { moveAdaptation(input: $input) { adaptation { id } } }', {
    input: { adaptation, stage: 'RUNNING' },
  });
  await plan(anjali, { task: 'DECIDE', owner: her });

  expect(elsewhere.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  const look = 'query($id: ID!) { adaptation(id: $id) { tasks { key } } }';
  expect((await callum.ok(look, { id: adaptation })).adaptation.tasks).toEqual([]);
  expect((await leonie.ok(look, { id: adaptation })).adaptation.tasks).toEqual([{ key: 'DECIDE' }]);
});
