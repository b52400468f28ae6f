/** What a site records along the way: suitability and modifications, first put down and later corrected. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { published, started, type Published } from '../adaptation.builders';

let hub: TestHub;
let anjali: TestClient;
let leonie: TestClient;
let callum: TestClient;
let source: Published;
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
  source = await published(callum, { site: 'tollbridge' });
  adaptation = await started(anjali, source, 'northvale');
});

const suitabilityDocument = `mutation($input: RecordSuitabilityInput!) {
  recordSuitability(input: $input) {
    adaptation {
      revision
      suitability { id kind title finding supports figures { label value unit } happenedOn recordedBy { displayName } }
    }
  }
}`;

const modificationDocument = `mutation($input: RecordModificationInput!) {
  recordModification(input: $input) {
    adaptation {
      revision
      modifications { id what why codes planned fidelityConsistent sectionKeys recordedAt recordedBy { displayName } }
    }
  }
}`;

describe('recording suitability', () => {
  const audit = { kind: 'DATA_AUDIT', title: 'Is there demand?', finding: '148 of 412 letters gave cough.' };
  const record = (client: TestClient, input: Record<string, unknown>) =>
    client.run(suitabilityDocument, { input: { adaptation, ...audit, ...input } });

  it('keeps figures, the day it happened, and who put it down', async () => {
    const figures = [
      { label: 'Cough', value: 148, unit: 'letters' },
      { label: 'Share', value: 35.9, unit: null },
    ];

    const { data } = await record(anjali, { figures, supports: false, happenedOn: '2016-05-12T00:00:00.000Z' });

    expect(data.recordSuitability.adaptation).toEqual({
      revision: 2,
      suitability: [
        {
          id: expect.stringMatching(/^suitability:/),
          ...audit,
          supports: false,
          figures,
          happenedOn: '2016-05-12T00:00:00.000Z',
          recordedBy: { displayName: 'Dr Anjali Thornapple' },
        },
      ],
    });
  });

  it('may leave open what nobody knows yet', async () => {
    const { data } = await record(anjali, { kind: 'STAKEHOLDER_EVENT' });

    expect(data.recordSuitability.adaptation.suitability[0]).toMatchObject({
      supports: null,
      figures: [],
      happenedOn: null,
    });
  });

  it('corrects an earlier entry in its place; what is left out stays, null clears', async () => {
    const first = await record(anjali, { supports: true, figures: [{ label: 'Cough', value: 148 }] });
    const [entry] = first.data.recordSuitability.adaptation.suitability;
    await record(anjali, { kind: 'OTHER', title: 'Another' });

    const { data } = await record(leonie, { entry: entry.id, finding: 'Counted again: 151.', supports: null });

    const { suitability, revision } = data.recordSuitability.adaptation;
    expect(revision).toBe(4);
    expect(suitability).toHaveLength(2);
    expect(suitability[0]).toMatchObject({
      id: entry.id,
      finding: 'Counted again: 151.',
      supports: null,
      figures: [{ label: 'Cough', value: 148, unit: null }],
      recordedBy: { displayName: 'Dr Anjali Thornapple' },
    });
  });

  it('keeps what patients and families said, and refuses what nobody says of themselves', async () => {
    const statements = ['I know when to come back', 'My daughter is rung first'];
    const look = 'query($id: ID!) { adaptation(id: $id) { suitability { statements compared { name } } } }';

    await record(anjali, { kind: 'PATIENT_VOICE', statements });
    const refused = await record(anjali, { kind: 'PATIENT_VOICE', statements: [...statements, 'They know'] });

    expect(refused.errors?.[0]?.extensions.fields?.map(({ path }) => path)).toEqual(['input.statements.2']);
    const { adaptation: read } = await anjali.ok(look, { id: adaptation });
    expect(read.suitability).toEqual([{ statements, compared: [] }]);
  });

  it('works out what differs between the two sites itself, and keeps it as it was on that day', async () => {
    const compared = async (): Promise<
      { name: string; there: string | null; here: string | null; matters: boolean }[]
    > =>
      (
        await anjali.ok(
          'query($id: ID!) { adaptation(id: $id) { suitability { compared { name there here matters } } } }',
          { id: adaptation },
        )
      ).adaptation.suitability[0].compared;
    const { data } = await record(anjali, { kind: 'CONTEXT_COMPARISON', matters: ['People served'] });
    const [entry] = data.recordSuitability.adaptation.suitability;
    const that = await compared();

    expect(that).toContainEqual({
      ...{ name: 'People served', there: '64,000 registered patients', here: '168,000 registered patients' },
      matters: true,
    });
    expect(that).toContainEqual({ name: 'Competing pressures', there: null, here: 'Yes', matters: false });
    expect(that.map(({ name }) => name)).not.toContain('Care models');

    await hub.sql(
      "UPDATE sites.site SET population_value = 1, region = 'Elsewhere' WHERE ref = 'site:network/tollbridge'",
    );
    await record(leonie, { entry: entry.id, kind: 'CONTEXT_COMPARISON', matters: ['Competing pressures'] });
    await hub.sql(
      "UPDATE sites.site SET population_value = 64000, region = NULL WHERE ref = 'site:network/tollbridge'",
    );

    expect(await compared()).toEqual(that.map((row) => ({ ...row, matters: row.name === 'Competing pressures' })));
  });

  it('does not take as mattering what does not differ, nor anything with another kind of finding', async () => {
    const fieldsOf = async (input: Record<string, unknown>) =>
      (await record(anjali, input)).errors?.[0]?.extensions.fields?.map(({ path }) => path);

    expect(await fieldsOf({ kind: 'CONTEXT_COMPARISON', matters: ['People served', 'Care models'] })).toEqual([
      'input.matters.1',
    ]);
    expect(await fieldsOf({ kind: 'DATA_AUDIT', matters: ['People served'] })).toEqual(['input.matters.0']);
  });

  it('compares nothing where a site adapts what is its own', async () => {
    const own = await started(anjali, await published(anjali, { site: 'northvale' }), 'northvale');
    await record(anjali, { adaptation: own, kind: 'CONTEXT_COMPARISON' });

    const { adaptation: read } = await anjali.ok(
      'query($id: ID!) { adaptation(id: $id) { suitability { compared { name } } } }',
      { id: own },
    );
    expect(read.suitability).toEqual([{ compared: [] }]);
  });

  it('is NOT_FOUND for an entry of another adaptation, an unknown one, or an id of another kind', async () => {
    const other = await started(anjali, await published(callum, { site: 'tollbridge' }), 'northvale');
    const { data } = await anjali.run(suitabilityDocument, { input: { adaptation: other, ...audit } });
    const foreign = data.recordSuitability.adaptation.suitability[0].id;

    for (const entry of [foreign, 'suitability:00000000-0000-4000-8000-000000000000', adaptation]) {
      expect((await record(anjali, { entry })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });

  it.each([
    ['a blank title', { title: ' ' }, 'input.title'],
    ['a title that is too long', { title: 'x'.repeat(301) }, 'input.title'],
    ['a broken character', { finding: 'a\uD800b' }, 'input.finding'],
    ['a figure without a name', { figures: [{ label: '', value: 1 }] }, 'input.figures.0.label'],
  ])('does not take %s', async (_what, input, path) => {
    const { errors } = await record(anjali, input);

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
    expect(await hub.sql('SELECT 1 FROM adaptations.suitability WHERE adaptation_ref = $1', [adaptation])).toEqual([]);
  });

  it('is only for the adapting site, and answers a repeated request once', async () => {
    expect((await record(callum, {})).errors?.[0]?.extensions.code).toBe('NOT_FOUND');

    const [first, second] = [
      await record(anjali, { clientMutationId: 's-1' }),
      await record(anjali, { clientMutationId: 's-1' }),
    ];

    expect(second).toEqual(first);
    expect(first.data.recordSuitability.adaptation.suitability).toHaveLength(1);
  });
});

describe('recording a modification', () => {
  const change = { what: 'A senior carer leads it', why: 'No nurse at weekends', codes: [] as string[] };
  const record = (client: TestClient, input: Record<string, unknown> = {}) =>
    client.run(modificationDocument, { input: { adaptation, ...change, ...input } });

  it('takes two sentences, and codes later', async () => {
    const first = await record(anjali);
    const [{ id }] = first.data.recordModification.adaptation.modifications;
    const codes = ['planning:planned_reactive', 'what:context', 'context_type:personnel', 'fidelity:consistent'];

    const { data } = await record(leonie, { modification: id, codes, sectionKeys: ['who_provides'] });

    expect(first.data.recordModification.adaptation.modifications[0]).toMatchObject({
      codes: [],
      planned: null,
      fidelityConsistent: null,
    });
    expect(data.recordModification.adaptation).toEqual({
      revision: 3,
      modifications: [
        {
          id,
          what: 'A senior carer leads it',
          why: 'No nurse at weekends',
          codes,
          planned: true,
          fidelityConsistent: true,
          sectionKeys: ['who_provides'],
          recordedAt: expect.any(String),
          recordedBy: { displayName: 'Dr Anjali Thornapple' },
        },
      ],
    });
  });

  it('names each unknown code', async () => {
    const { errors } = await record(anjali, {
      codes: ['content_nature:substituted', 'content_nature:swapped', 'nonsense'],
    });

    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.extensions.fields?.map(({ path }) => path)).toEqual(['input.codes.1', 'input.codes.2']);
  });

  it.each([
    [{ codes: ['planning:unplanned_reactive'], planned: true }, 'input.planned'],
    [{ codes: ['fidelity:inconsistent'], fidelityConsistent: true }, 'input.fidelityConsistent'],
    [{ codes: ['fidelity:consistent', 'fidelity:unknown'] }, 'input.codes.1'],
    [{ sectionKeys: ['who_provides', 'name'] }, 'input.sectionKeys.1'],
  ])('refuses what does not fit together: %j', async (input, path) => {
    const { errors } = await record(anjali, input);

    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path, message: expect.any(String) }],
    });
  });

  it('is NOT_FOUND for a change of another adaptation', async () => {
    const other = await started(anjali, await published(callum, { site: 'tollbridge' }), 'northvale');
    const { data } = await anjali.run(modificationDocument, { input: { adaptation: other, ...change } });
    const modification = data.recordModification.adaptation.modifications[0].id;

    expect((await record(anjali, { modification })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('answers a repeated request once', async () => {
    const [first, second] = [
      await record(anjali, { clientMutationId: 'm-1' }),
      await record(anjali, { clientMutationId: 'm-1' }),
    ];

    expect(second).toEqual(first);
    expect(first.data.recordModification.adaptation.modifications).toHaveLength(1);
  });

  it('stays in the order in which changes were recorded', async () => {
    for (const what of ['First', 'Second', 'Third']) await record(anjali, { what });

    const { adaptation: read } = await anjali.ok('query($id: ID!) { adaptation(id: $id) { modifications { what } } }', {
      id: adaptation,
    });

    expect(read.modifications.map(({ what }: { what: string }) => what)).toEqual(['First', 'Second', 'Third']);
  });
});
