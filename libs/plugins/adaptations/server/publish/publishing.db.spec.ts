/** Publishing what came of an adaptation: a published intervention of the site, from its own draft. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { adapted, moved, published, publishDocument, started, updated, type Published } from '../adaptation.builders';

let hub: TestHub;
let anjali: TestClient;
let callum: TestClient;
let source: Published;

beforeAll(async () => {
  hub = await createTestHub();
  [anjali, callum] = await Promise.all([hub.as('anjali-thornapple'), hub.as('callum-pennyroyal')]);
});
afterAll(() => hub.close());
beforeEach(async () => {
  source = await published(callum, { site: 'tollbridge' });
});

const publish = (input: Record<string, unknown>, client = anjali) =>
  client.run(publishDocument, { input: { title: 'Cough pathway', summary: 'One way for all practices', ...input } });

describe('publishing an adaptation', () => {
  it('makes its result a published intervention of the site, under the given title', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    const result = await moved(anjali, adaptation, 'ADAPTING');

    const { data } = await publish({ adaptation, changeNote: 'First version' });

    expect(data.publishAdaptation.adaptation).toMatchObject({
      id: adaptation,
      stage: 'ADAPTING',
      revision: 3,
      publishedAt: expect.any(String),
      result: {
        id: result,
        title: 'Cough pathway',
        summary: 'One way for all practices',
        status: 'PUBLISHED',
        visibility: 'NETWORK',
        currentVersion: { number: 1, changeNote: 'First version' },
      },
    });
  });

  it('done again makes the next version', async () => {
    const { adaptation, result } = await adapted(anjali, source, 'northvale');
    await updated(anjali, result.id, { sections: [{ key: 'where', body: 'In the garden room.' }] });

    const { data } = await publish({ adaptation });

    expect(data.publishAdaptation.adaptation.result.currentVersion.number).toBe(2);
  });

  it('by two at once makes one version: the other is told that somebody was first', async () => {
    const leonie = await hub.as('leonie-fernmoss');
    const adaptation = await started(anjali, source, 'northvale');
    await moved(anjali, adaptation, 'ADAPTING');

    const answers = await Promise.all(
      [anjali, leonie].map((client) => publish({ adaptation, expectedRevision: 2 }, client)),
    );

    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
    const done = answers.find(({ errors }) => !errors);
    expect(done?.data.publishAdaptation.adaptation.result.currentVersion.number).toBe(1);
  });

  it('is refused where the site runs the source as it is', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    await moved(anjali, adaptation, 'RUNNING');

    const { errors } = await publish({ adaptation });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'input.adaptation' }] });
  });

  it('is refused once the site has decided against it', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    await moved(anjali, adaptation, 'ADAPTING');
    await moved(anjali, adaptation, 'DECLINED');

    expect((await publish({ adaptation })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('names every required section that lacks text, and changes nothing', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    const result = await moved(anjali, adaptation, 'ADAPTING');
    const sections = ['why', 'where'].map((key) => ({ key, body: '' }));
    await updated(anjali, String(result), { sections });

    const { errors } = await publish({ adaptation });

    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.extensions.fields).toHaveLength(2);
    const { adaptation: after } = await anjali.ok(
      'query($id: ID!) { adaptation(id: $id) { revision publishedAt result { title } } }',
      {
        id: adaptation,
      },
    );
    expect(after).toEqual({
      revision: 2,
      publishedAt: null,
      result: { title: expect.stringMatching(/at Northvale$/) },
    });
  });

  it('is a conflict for a stale revision', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    await moved(anjali, adaptation, 'ADAPTING');

    const { errors } = await publish({ adaptation, expectedRevision: 1 });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', current: { revision: 2 } });
  });

  it('answers the same request twice and publishes once', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    await moved(anjali, adaptation, 'ADAPTING');
    const input = { adaptation, clientMutationId: 'publish-1' };

    const [first, second] = [await publish(input), await publish(input)];

    expect(second).toEqual(first);
    expect(second.data.publishAdaptation.adaptation.result.currentVersion.number).toBe(1);
  });

  it('is for the adapting site, not for the one it comes from', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    await moved(anjali, adaptation, 'ADAPTING');
    await moved(anjali, adaptation, 'TESTING');

    expect((await publish({ adaptation }, callum)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('leaves the record alone when nothing but its result is published a second time', async () => {
    const { adaptation } = await adapted(anjali, source, 'northvale');
    await hub.drain();

    const { adaptation: read } = await anjali.ok('query($id: ID!) { adaptation(id: $id) { revision } }', {
      id: adaptation,
    });

    expect(read.revision).toBe(3);
    expect(
      await hub.sql("SELECT 1 FROM core.domain_event WHERE name = 'adaptation.published' AND subject_ref = $1", [
        adaptation,
      ]),
    ).toHaveLength(1);
  });
});

describe('what was published', () => {
  const told =
    'query($id: ID!) { node(id: $id) { ... on Intervention { maturity revision currentVersion { number } } } }';
  const howFar = async (id: string, client = callum) => (await client.ok(told, { id })).node;

  it('says to its readers how far it is now, whenever its adaptation moves', async () => {
    const { adaptation, result } = await adapted(anjali, source, 'northvale');
    expect((await howFar(result.id)).maturity).toBe('IDEA');

    await moved(anjali, adaptation, 'TESTING');
    expect((await howFar(result.id)).maturity).toBe('TESTING');
    await moved(anjali, adaptation, 'STOPPED');
    expect(await howFar(result.id)).toMatchObject({ maturity: 'STOPPED', currentVersion: { number: 1 } });
    await moved(anjali, adaptation, 'ASSESSING');
    expect((await howFar(result.id)).maturity).toBe('STOPPED');
  });

  it('has stopped when it was tried and then decided against', async () => {
    const { adaptation, result } = await adapted(anjali, source, 'northvale');
    await moved(anjali, adaptation, 'TESTING');
    await moved(anjali, adaptation, 'DECLINED');

    expect((await howFar(result.id)).maturity).toBe('STOPPED');
  });

  it('is left alone while it is a draft, and where nothing is new: whoever writes it is not disturbed', async () => {
    const adaptation = await started(anjali, source, 'northvale');
    const draft = await moved(anjali, adaptation, 'ADAPTING');
    const before = await howFar(draft ?? '', anjali);
    await moved(anjali, adaptation, 'TESTING');

    expect(await howFar(draft ?? '', anjali)).toEqual(before);
    await publish({ adaptation, maturity: 'RUNNING' });
    const { revision } = await howFar(draft ?? '', anjali);
    await moved(anjali, adaptation, 'RUNNING');
    expect((await howFar(draft ?? '', anjali)).revision).toBe(revision);
  });
});
