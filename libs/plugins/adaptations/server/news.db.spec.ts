/** What other parts of the hub hear of adaptations: notices and search, never before the record may be seen. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import {
  adapted,
  drawnOn,
  moved,
  publishDocument,
  published,
  publishedAgain,
  started,
  updated,
} from './adaptation.builders';

let hub: TestHub;
let anjali: TestClient;
let callum: TestClient;
let meilin: TestClient;
let zubin: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
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

  it('tell the sites on whose interventions it draws besides, in words of their own, and of its end', async () => {
    const id = await started(anjali, await published(callum, { site: 'tollbridge' }), 'northvale');
    await drawnOn(anjali, id, await published(zubin, { site: 'fenmarsh' }));
    await moved(anjali, id, 'ADAPTING');
    await moved(anjali, id, 'TESTING');
    const [first, further] = [await heardOf(callum, id), await heardOf(zubin, id)];
    await moved(anjali, id, 'STOPPED');
    const ended = (await heardOf(zubin, id))[0];

    expect(first).toEqual([expect.stringContaining('began to test an intervention of your site')]);
    expect(further).toEqual([
      expect.stringContaining('began to test something that draws on an intervention of your site'),
    ]);
    expect(ended).toContain('stopped something that draws on an intervention of your site');
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

  it('tell the originator of something core that a published text lacks, once, also where nobody wrote down why', async () => {
    const { id: source } = await published(callum, { site: 'tollbridge' });
    const huddle = { key: 'huddle', name: 'The huddle', core: true, reason: 'People talk there' };
    const supper = { key: 'supper', name: 'A supper', core: true, reason: 'People come for it' };
    const components = [huddle, supper];
    const { result, adaptation } = await adapted(
      anjali,
      await publishedAgain(callum, await updated(callum, source, { components })),
      'northvale',
    );
    const told = async () => (await heardOf(callum, adaptation)).filter((words) => words.includes('core part')).length;
    const publishesWith = async (left: readonly object[]) =>
      publishedAgain(anjali, await updated(anjali, result.id, { components: left }));

    expect(await told()).toBe(0);
    await publishesWith([supper]);
    expect(await told()).toBe(1);
    await publishesWith([{ ...supper, name: 'A breakfast' }]);
    expect(await told()).toBe(1);
    await anjali.ok(
      'mutation($input: RecordModificationInput!) { recordModification(input: $input) { adaptation { id } } }',
      {
        input: {
          adaptation,
          what: 'No supper',
          why: 'No kitchen',
          codes: [],
          leftOutKeys: ['supper'],
          coreReason: 'None',
        },
      },
    );
    expect(await told()).toBe(2);
    await publishesWith([]);
    expect(await told()).toBe(2);
  });

  it('tell the originator when what it was told of ends, whenever that is, and the page says what came out of it', async () => {
    const id = await started(anjali, await published(callum, { site: 'tollbridge' }), 'northvale');
    await moved(anjali, id, 'TESTING');
    await moved(anjali, id, 'RUNNING');
    const before = await heardOf(callum, id);
    const ending = { reason: 'STAFF', words: 'Nobody at night', cameOfIt: 'One list for all' };
    await anjali.ok('mutation($input: MoveAdaptationInput!) { moveAdaptation(input: $input) { adaptation { id } } }', {
      input: { adaptation: id, stage: 'STOPPED', ending },
    });
    const told = async (client: TestClient) => {
      await hub.drain();
      const { notifications } = await client.ok(
        `{ notifications(first: 100) { edges { node { reason eventName subject { ... on Adaptation { id ending { cameOfIt } } } } } } }`,
      );
      return notifications.edges
        .map(({ node }: { node: object }) => node)
        .filter(
          ({ subject, eventName }: { subject: { id?: string } | null; eventName: string }) =>
            subject?.id === id && eventName === 'adaptation.ended',
        );
    };

    expect(before).toHaveLength(1);
    expect(await told(callum)).toEqual([
      {
        reason: expect.stringContaining('stopped an intervention of your site'),
        eventName: 'adaptation.ended',
        subject: { id, ending: { cameOfIt: 'One list for all' } },
      },
    ]);
    expect(await heardOf(callum, id)).toHaveLength(2);
    expect(await told(zubin)).toEqual([]);
    await moved(anjali, id, 'TESTING');
    expect((await told(callum))[0].subject).toEqual({ id, ending: null });
    await moved(anjali, id, 'STOPPED');
    expect(await told(callum)).toHaveLength(2);
  });

  it('tell the originator once of what ended before it was shared, and nothing of what was not', async () => {
    const source = await published(callum, { site: 'tollbridge' });
    const id = await started(anjali, source, 'northvale');
    await anjali.ok('mutation($input: MoveAdaptationInput!) { moveAdaptation(input: $input) { adaptation { id } } }', {
      input: { adaptation: id, stage: 'DECLINED', learned: 'Not for us', share: false },
    });
    const early = await heardOf(callum, id);
    await anjali.ok(
      'mutation($input: ShareAdaptationInput!) { shareAdaptation(input: $input) { adaptation { id } } }',
      {
        input: { adaptation: id },
      },
    );

    expect(early).toEqual([]);
    expect(await heardOf(callum, id)).toEqual([
      expect.stringContaining('decided against an intervention of your site'),
    ]);
  });

  it('tell the originator that what it took a change from has ended', async () => {
    const source = await published(callum, { site: 'tollbridge' });
    const id = await started(anjali, source, 'northvale');
    const result = String(await moved(anjali, id, 'ADAPTING'));
    await updated(anjali, result, { sections: [{ key: 'who_provides', body: 'A carer.' }] });
    await anjali.ok(publishDocument, {
      input: { adaptation: id, title: 'Carers lead', summary: 'Ours', visibility: 'PUBLIC' },
    });
    await callum.ok('mutation($input: FoldBackInput!) { foldBack(input: $input) { intervention { id } } }', {
      input: {
        ...{ intervention: source.id, adaptation: id, part: 'SECTION', key: 'who_provides', body: 'A carer.' },
        expectedRevision: source.revision,
      },
    });
    const { id: folded, revision } = await updated(callum, source.id, { summary: 'As theirs' });
    await publishedAgain(callum, { id: folded, revision });
    await moved(anjali, id, 'TESTING');
    await moved(anjali, id, 'STOPPED');

    expect((await heardOf(callum, id))[0]).toContain('stopped an adaptation from which your site took a change');
  });

  it('leave alone a site that adapted its own', async () => {
    const id = await started(callum, await published(callum, { site: 'tollbridge' }), 'tollbridge');
    await moved(callum, id, 'TESTING');

    expect(await heardOf(meilin, id)).toEqual([]);
  });
});

describe('when a source is withdrawn and brought back', () => {
  const stand = async (name: string, id: string) => {
    const { node } = await callum.ok('query($id: ID!) { node(id: $id) { ... on Intervention { revision } } }', { id });
    await callum.ok(`mutation($input: WithdrawInterventionInput!) { ${name}(input: $input) { intervention { id } } }`, {
      input: { id, expectedRevision: node.revision, reason: 'Two people were hurt' },
    });
  };

  it('both are told to those who edit for a site that started from it or drew on it, and to no other site', async () => {
    const [source, other] = [
      await published(callum, { site: 'tollbridge' }),
      await published(callum, { site: 'tollbridge' }),
    ];
    await started(anjali, source, 'northvale');
    const drawing = await started(zubin, other, 'fenmarsh');
    await drawnOn(zubin, drawing, source);
    await stand('withdrawIntervention', source.id);
    await hub.drain();
    await stand('reinstateIntervention', source.id);

    for (const client of [anjali, zubin])
      expect((await heardOf(client, source.id)).map((words) => words.split('. ')[0])).toEqual([
        'brought back',
        'withdrew',
      ]);
    expect(await heardOf(meilin, source.id)).toEqual([]);
  });

  it('nothing is told to a site that decided against it', async () => {
    const source = await published(callum, { site: 'tollbridge' });
    const id = await started(anjali, source, 'northvale');
    await moved(anjali, id, 'DECLINED');
    await stand('withdrawIntervention', source.id);

    expect(await heardOf(anjali, source.id)).toEqual([]);
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
