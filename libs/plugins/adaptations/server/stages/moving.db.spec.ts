/** What a move asks for and keeps: a reason for going back, the decision, the ending, and who may open the record. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { moved, moveDocument, published, started, updated, type Published } from '../adaptation.builders';

let hub: TestHub;
let anjali: TestClient;
let callum: TestClient;
let zubin: TestClient;
let source: Published;

beforeAll(async () => {
  hub = await createTestHub();
  [anjali, callum, zubin] = await Promise.all([
    hub.as('anjali-thornapple'),
    hub.as('callum-pennyroyal'),
    hub.as('zubin-cloverdale'),
  ]);
});
afterAll(() => hub.close());
beforeEach(async () => {
  source = await published(callum, { site: 'tollbridge' });
});

const move = (client: TestClient, input: Record<string, unknown>) => client.run(moveDocument, { input });
const problemsOf = async (client: TestClient, input: Record<string, unknown>) =>
  (await move(client, input)).errors?.[0]?.extensions.fields?.map(({ path }) => path);

const courseDocument = `query($id: ID!) { adaptation(id: $id) {
  stage decision shared ending { reason words tried cameOfIt grew { thing { id } } }
  history { stage reason decision by { displayName } ending { reason } }
} }`;
const courseOf = async (client: TestClient, id: string) => (await client.ok(courseDocument, { id })).adaptation;

const endingDocument = `mutation($input: RecordEndingInput!) {
  recordEnding(input: $input) { adaptation { id revision ending { reason words grew { thing { id } } } } }
}`;
const shareDocument = `mutation($input: ShareAdaptationInput!) { shareAdaptation(input: $input) { adaptation { id shared stage } } }`;

/** Leonie of Northvale's engine room as a member who edits but does not publish, for one piece of work. */
async function asMember<Result>(work: (member: TestClient) => Promise<Result>): Promise<Result> {
  const [kept] = await hub.sql<{ keys: string[] }>('SELECT keys FROM core.account WHERE ref = $1', [leonie]);
  await hub.sql(
    `UPDATE core.account SET keys = array_remove(keys, 'publishes:site:network/northvale') WHERE ref = $1`,
    [leonie],
  );
  try {
    return await work(await hub.as('leonie-fernmoss'));
  } finally {
    await hub.sql('UPDATE core.account SET keys = $2 WHERE ref = $1', [leonie, kept?.keys]);
  }
}
const leonie = 'member:network/leonie-fernmoss';

describe('going back and reopening', () => {
  it('are refused without a reason, which is named, and change nothing', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    await moved(anjali, adaptation, 'TESTING');

    expect(await problemsOf(anjali, { adaptation, stage: 'ADAPTING' })).toEqual(['input.reason']);
    expect(await problemsOf(anjali, { adaptation, stage: 'ADAPTING', reason: '  ' })).toEqual(['input.reason']);
    expect((await courseOf(anjali, adaptation)).stage).toBe('TESTING');
  });

  it('keep the reason with who gave it', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    await moved(anjali, adaptation, 'DECLINED');

    await move(anjali, { adaptation, stage: 'ASSESSING', reason: 'Two night nurses have joined.' });

    expect((await courseOf(anjali, adaptation)).history.at(-1)).toMatchObject({
      stage: 'ASSESSING',
      reason: 'Two night nurses have joined.',
      by: { displayName: 'Dr Anjali Thornapple' },
    });
  });

  it('take what was learned for the reason, as older clients send it', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    await moved(anjali, adaptation, 'STOPPED');

    expect((await move(anjali, { adaptation, stage: 'TESTING', learned: 'Money came.' })).errors).toBeUndefined();
  });
});

describe('the decision', () => {
  it.each([
    ['TESTING', undefined, 'ADOPTED'],
    ['ADAPTING', undefined, 'ADAPTED'],
    ['RUNNING', 'ADAPTED', 'ADAPTED'],
    ['DECLINED', undefined, 'DECLINED'],
    ['STOPPED', undefined, null],
  ])('after a move to %s, stated as %s, is %s', async (stage, decision, expected) => {
    const adaptation = await started(anjali, source, 'northvale');
    await move(anjali, { adaptation, stage, decision });

    const course = await courseOf(zubin, adaptation);

    if (stage === 'ADAPTING') expect(course).toBeNull();
    expect((await courseOf(anjali, adaptation)).decision).toBe(expected);
  });

  it('is open again when the site looks again, and stays when it only goes back to adapting', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    await move(anjali, { adaptation, stage: 'TESTING' });
    await moved(anjali, adaptation, 'ADAPTING');
    const adapted = await courseOf(anjali, adaptation);
    await moved(anjali, adaptation, 'ASSESSING');

    expect(adapted.decision).toBe('ADAPTED');
    expect(adapted.history.map(({ decision }: { decision: string | null }) => decision)).toEqual([
      null,
      'ADOPTED',
      'ADAPTED',
    ]);
    expect((await courseOf(anjali, adaptation)).decision).toBeNull();
  });

  it.each([
    ['DECLINED', 'ADOPTED'],
    ['TESTING', 'DECLINED'],
    ['ASSESSING', 'ADAPTED'],
  ])('is refused where it does not go with the stage: %s with %s', async (stage, decision) => {
    const adaptation = await started(anjali, source, 'northvale');

    expect(await problemsOf(anjali, { adaptation, stage, decision })).toEqual(['input.decision']);
  });
});

describe('an ending', () => {
  const ending = { reason: 'STAFF', words: 'No night nurse', tried: 'Three rotas', cameOfIt: 'A shared rota' };

  it('keeps the reason, what was tried and what came out of it, for everyone who may read the record', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    await move(anjali, { adaptation, stage: 'STOPPED', ending: { ...ending, grew: [source.id] } });

    expect((await courseOf(zubin, adaptation)).ending).toEqual({ ...ending, grew: [{ thing: { id: source.id } }] });
  });

  it('is told without what grew from it to those who may not see that', async () => {
    const own = await published(anjali, { site: 'northvale', visibility: 'SITE' });
    const adaptation = await started(anjali, source, 'northvale');
    await move(anjali, { adaptation, stage: 'STOPPED', ending: { ...ending, grew: [own.id, source.id] } });

    expect((await courseOf(anjali, adaptation)).ending.grew).toHaveLength(2);
    expect((await courseOf(zubin, adaptation)).ending.grew).toEqual([{ thing: { id: source.id } }]);
  });

  it('takes nothing that is hidden, that is not there, that is no such thing, and not itself', async () => {
    const hidden = await published(callum, { site: 'tollbridge', visibility: 'SITE' });
    const adaptation = await started(anjali, source, 'northvale');
    const grew = [hidden.id, 'intervention:northvale/nothing', 'site:network/northvale', adaptation];

    for (const id of grew) {
      const input = { adaptation, stage: 'STOPPED', ending: { ...ending, grew: [id] } };
      expect(await anjali.codeOf(moveDocument, { input })).toBe('NOT_FOUND');
    }
    expect((await courseOf(anjali, adaptation)).stage).toBe('CONSIDERING');
  });

  it('belongs to what is stopped or decided against', async () => {
    const adaptation = await started(anjali, source, 'northvale');

    expect(await problemsOf(anjali, { adaptation, stage: 'TESTING', ending })).toEqual(['input.ending']);
    expect(await anjali.codeOf(endingDocument, { input: { adaptation, ending } })).toBe('BAD_USER_INPUT');
  });

  it('can be said and corrected afterwards, whole, by those who edit the record', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    await moved(anjali, adaptation, 'DECLINED');
    await anjali.ok(endingDocument, { input: { adaptation, ending } });

    const { recordEnding } = await anjali.ok(endingDocument, { input: { adaptation, ending: { reason: 'MONEY' } } });

    expect(recordEnding.adaptation.ending).toEqual({ reason: 'MONEY', words: null, grew: [] });
    expect(await callum.codeOf(endingDocument, { input: { adaptation, ending } })).toBe('FORBIDDEN');
    expect(await anjali.codeOf(endingDocument, { input: { adaptation, ending, expectedRevision: 1 } })).toBe(
      'CONFLICT',
    );
  });

  it('stays with its step when the work is taken up again', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    await move(anjali, { adaptation, stage: 'STOPPED', ending });
    await moved(anjali, adaptation, 'TESTING');

    const course = await courseOf(anjali, adaptation);

    expect(course.ending).toBeNull();
    expect(course.history[1].ending).toEqual({ reason: 'STAFF' });
  });
});

describe('a member who edits but does not publish', () => {
  it('cannot move it to where the network sees it, and is told who can', async () => {
    const adaptation = await started(anjali, source, 'northvale');

    for (const stage of ['TESTING', 'RUNNING', 'STOPPED', 'DECLINED']) {
      const { errors } = await asMember((member) => move(member, { adaptation, stage }));

      expect(errors?.[0]).toMatchObject({
        message: expect.stringContaining('Engine-room members and leads'),
        extensions: { code: 'FORBIDDEN' },
      });
    }
    expect(await courseOf(anjali, adaptation)).toMatchObject({ stage: 'CONSIDERING', shared: false });
  });

  it('may record all of it for the site alone, and one who publishes then shares it', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    await asMember((member) => move(member, { adaptation, stage: 'DECLINED', share: false, learned: 'Falls by day.' }));
    const before = await courseOf(zubin, adaptation);
    await hub.drain();
    const { notifications } = await anjali.ok(
      '{ notifications(first: 100) { edges { node { reason subject { id } } } } }',
    );
    const forbidden = await asMember((member) => member.codeOf(shareDocument, { input: { adaptation } }));

    const { shareAdaptation } = await anjali.ok(shareDocument, { input: { adaptation } });

    expect(before).toBeNull();
    expect(forbidden).toBe('FORBIDDEN');
    expect(
      notifications.edges.find(
        ({ node }: { node: { subject: { id: string } | null } }) => node.subject?.id === adaptation,
      )?.node.reason,
    ).toContain('waits for you to share it');
    expect(shareAdaptation.adaptation).toEqual({ id: adaptation, shared: true, stage: 'DECLINED' });
    expect((await courseOf(zubin, adaptation)).stage).toBe('DECLINED');
  });

  it('may go on moving what the network sees already', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    await moved(anjali, adaptation, 'TESTING');

    const { errors } = await asMember((member) => move(member, { adaptation, stage: 'RUNNING' }));

    expect(errors).toBeUndefined();
  });
});

describe('keeping an ending to the site', () => {
  it('is a choice for those who publish as well; what was shared once stays shared', async () => {
    const kept = await started(anjali, source, 'northvale');
    await move(anjali, { adaptation: kept, stage: 'DECLINED', share: false });
    const other = await started(anjali, await published(callum, { site: 'tollbridge' }), 'northvale');
    await moved(anjali, other, 'TESTING');
    await move(anjali, { adaptation: other, stage: 'STOPPED', share: false });

    expect(await courseOf(zubin, kept)).toBeNull();
    expect(await courseOf(zubin, other)).not.toBeNull();
  });

  it('cannot be ended before there is anything to share', async () => {
    const adaptation = await started(anjali, source, 'northvale');

    expect(await anjali.codeOf(shareDocument, { input: { adaptation } })).toBe('BAD_USER_INPUT');
    expect(await callum.codeOf(shareDocument, { input: { adaptation } })).toBe('NOT_FOUND');
  });
});

describe('several at once', () => {
  it('let one of two movers who saw the same revision win', async () => {
    const adaptation = await started(anjali, source, 'northvale');

    const answers = await Promise.all(
      ['ASSESSING', 'ADAPTING'].map((stage) => move(anjali, { adaptation, stage, expectedRevision: 1 })),
    );

    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
    expect((await courseOf(anjali, adaptation)).history).toHaveLength(2);
  });

  it('keep an edit that is made while somebody moves it', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    const change = `mutation($input: RecordModificationInput!) { recordModification(input: $input) { adaptation { id } } }`;

    const answers = await Promise.all([
      move(anjali, { adaptation, stage: 'ADAPTING' }),
      anjali.run(change, { input: { adaptation, what: 'Less', why: 'Time', codes: [] } }),
      anjali.run(change, { input: { adaptation, what: 'More', why: 'Time', codes: [] } }),
    ]);

    expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    const { adaptation: read } = await anjali.ok(
      'query($id: ID!) { adaptation(id: $id) { stage revision modifications { what } } }',
      { id: adaptation },
    );
    expect(read).toMatchObject({ stage: 'ADAPTING', revision: 4 });
    expect(read.modifications).toHaveLength(2);
  });

  it('publish the source while somebody adapts it: the record keeps the version that it started from', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    const { revision } = await updated(callum, source.id, { sections: [{ key: 'how', body: 'By telephone.' }] });

    const [, again] = await Promise.all([
      moved(anjali, adaptation, 'ADAPTING'),
      callum.run(
        'mutation($input: PublishInterventionInput!) { publishIntervention(input: $input) { intervention { id } } }',
        { input: { id: source.id, expectedRevision: revision } },
      ),
    ]);

    expect(again.errors).toBeUndefined();
    const { adaptation: read } = await anjali.ok(
      'query($id: ID!) { adaptation(id: $id) { source { number } sourceIsNewer differences { change } } }',
      { id: adaptation },
    );
    expect(read).toMatchObject({ source: { number: 1 }, sourceIsNewer: true });
    expect(read.differences.every(({ change }: { change: string }) => change === 'SAME')).toBe(true);
  });
});
