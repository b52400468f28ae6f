/** What other parts of the hub hear of adaptations: notices and search, never before the record may be seen. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { adapted, moved, published, publishedAgain, started, updated } from './adaptation.builders';

let hub: TestHub;
let anjali: TestClient;
let callum: TestClient;
let meilin: TestClient;
let zubin: TestClient;

beforeAll(async () => {
  hub = await createTestHub({ only: ['adaptations', 'subscriptions', 'search'] });
  [anjali, callum, meilin, zubin] = await Promise.all([
    hub.as('anjali-thornapple'),
    hub.as('callum-pennyroyal'),
    hub.as('mei-lin-hazelgrove'),
    hub.as('zubin-cloverdale'),
  ]);
});
afterAll(() => hub.close());

async function heardOf(client: TestClient, subject: string): Promise<string[]> {
  await hub.drain();
  const { notifications } = await client.ok(
    '{ notifications(first: 100) { edges { node { reason happened subject { id } } } } }',
  );
  return notifications.edges
    .filter(({ node }: { node: { subject: { id: string } | null } }) => node.subject?.id === subject)
    .map(({ node }: { node: { reason: string; happened: string } }) => `${node.happened}. ${node.reason}`);
}

const follow = (client: TestClient, targetId: string) =>
  client.ok('mutation($input: FollowInput!) { follow(input: $input) { level } }', {
    input: { targetId, level: 'WATCHING' },
  });

describe('notices of adaptations', () => {
  it('tell the site whose intervention it is when the record opens to the network, once', async () => {
    const id = await started(anjali, await published(callum, { site: 'tollbridge' }), 'northvale');
    await moved(anjali, id, 'ASSESSING');
    const early = await heardOf(callum, id);
    await moved(anjali, id, 'TESTING');

    expect(early).toEqual([]);
    expect(await heardOf(callum, id)).toHaveLength(1);
    expect((await heardOf(meilin, id))[0]).toContain('began to test an intervention of your site');
    await moved(anjali, id, 'RUNNING');
    expect(await heardOf(callum, id)).toHaveLength(1);
    expect(await heardOf(zubin, id)).toEqual([]);
  });

  it('tell those who follow the source', async () => {
    const source = await published(callum, { site: 'tollbridge' });
    await follow(zubin, source.id);
    const id = await started(anjali, source, 'northvale');
    await moved(anjali, id, 'ADAPTING');
    const early = await heardOf(zubin, id);
    await moved(anjali, id, 'RUNNING');

    expect(early).toEqual([]);
    expect((await heardOf(zubin, id))[0]).toContain('now runs');
  });

  it('tell that a result was published', async () => {
    const source = await published(callum, { site: 'tollbridge' });
    const { adaptation } = await adapted(anjali, source, 'northvale');

    expect((await heardOf(callum, adaptation))[0]).toContain('adapted an intervention of your site');
  });

  it('tell the originator that something core was left out, once they may see the record, and once', async () => {
    const { id: source } = await published(callum, { site: 'tollbridge' });
    const components = [
      { key: 'tests', name: 'The same tests', core: true, reason: 'The causes share them' },
      { key: 'supper', name: 'A supper', core: false, reason: 'It helps people talk' },
    ];
    const id = await started(
      anjali,
      await publishedAgain(callum, await updated(callum, source, { components })),
      'northvale',
    );
    const record = (input: object) =>
      anjali.run(
        'mutation($input: RecordModificationInput!) { recordModification(input: $input) { adaptation { modifications { id leftOutKeys } } } }',
        { input: { adaptation: id, what: 'Fewer tests', why: 'No machine', codes: [], ...input } },
      );
    const told = async () => (await heardOf(callum, id)).filter((words) => words.includes('core part'));

    const refused = await record({ leftOutKeys: ['tests'] });
    const { data } = await record({ leftOutKeys: ['tests'], coreReason: 'The machine is 40 miles away' });
    const [{ id: modification }] = data.recordModification.adaptation.modifications;
    const early = await told();
    await moved(anjali, id, 'TESTING');
    const shared = await told();
    await record({ modification, leftOutKeys: ['tests'], coreReason: 'Said better' });
    await record({ leftOutKeys: ['supper'] });

    expect(refused.errors?.[0]?.extensions.fields?.map(({ path }) => path)).toEqual(['input.coreReason']);
    expect(early).toEqual([]);
    expect(shared).toHaveLength(1);
    expect(await told()).toHaveLength(1);
    expect((await heardOf(zubin, id)).filter((words) => words.includes('core part'))).toEqual([]);
  });

  it('leave alone a site that adapted its own', async () => {
    const id = await started(callum, await published(callum, { site: 'tollbridge' }), 'tollbridge');
    await moved(callum, id, 'TESTING');

    expect(await heardOf(meilin, id)).toEqual([]);
  });
});

describe('searching for adaptations', () => {
  it('finds what was learned, by those who may see the record', async () => {
    const id = await started(anjali, await published(callum, { site: 'tollbridge' }), 'northvale');
    await anjali.ok(
      'mutation($input: RecordModificationInput!) { recordModification(input: $input) { adaptation { id } } }',
      {
        input: { adaptation: id, what: 'Huddle by the aquarium', why: 'The zorblatt room was shut', codes: [] },
      },
    );
    await hub.drain();
    const find = async (client: TestClient) =>
      (
        await client.ok(
          '{ search(text: "zorblatt", kinds: [ADAPTATION]) { totalCount edges { node { ... on Adaptation { id } } } } }',
        )
      ).search;

    expect(await find(anjali)).toEqual({ totalCount: 1, edges: [{ node: { id } }] });
    expect((await find(zubin)).totalCount).toBe(0);
    await moved(anjali, id, 'TESTING');
    await hub.drain();
    expect((await find(zubin)).totalCount).toBe(1);
  });
});

describe('the outbox', () => {
  it('parks nothing that adaptations raise', async () => {
    await hub.drain();

    expect(await hub.sql('SELECT handler, problem FROM core.delivery WHERE done_at IS NULL')).toEqual([]);
  });
});
