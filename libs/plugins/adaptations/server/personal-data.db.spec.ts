/** The export of a person's data holds what they recorded and decided for their site, and nothing that somebody else did. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { drawnOn, followDocument, moved, published, publishedAgain, started, updated } from './adaptation.builders';

let hub: TestHub;
let anjali: TestClient;
let callum: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [anjali, callum] = await Promise.all([hub.as('anjali-thornapple'), hub.as('callum-pennyroyal')]);
});
afterAll(() => hub.close());

async function exported(client: TestClient) {
  const { exportMyData } = await client.ok('mutation { exportMyData(input: {}) { content } }');
  return JSON.parse(exportMyData.content).adaptations;
}

it('an export says what somebody followed, drew on, saw of benefits and of endings (J5)', async () => {
  const source = await published(callum, { site: 'tollbridge' });
  const other = await published(callum, { site: 'tollbridge' });
  const id = await started(anjali, source, 'northvale');
  const result = String(await moved(anjali, id, 'ADAPTING'));
  const next = await publishedAgain(
    callum,
    await updated(callum, source.id, { sections: [{ key: 'where', body: 'Upstairs.' }] }),
  );
  await drawnOn(anjali, id, other, 'How they listen');
  const { node } = await anjali
    .ok(
      'query($id: ID!, $result: ID!) { node(id: $id) { ... on Adaptation { revision } } result: node(id: $result) { ... on Intervention { revision } } }',
      { id, result },
    )
    .then(({ node: record, result: text }) => ({ node: { revision: record.revision, text: text.revision } }));
  await anjali.ok(followDocument, {
    input: {
      ...{ adaptation: id, version: next.currentVersion.id, expectedRevision: node.revision },
      expectedDraftRevision: node.text,
      choices: [{ part: 'SECTION', key: 'where', choice: 'KEEP', reason: 'We have no upstairs' }],
    },
  });
  await anjali.ok('mutation($input: RecordBenefitInput!) { recordBenefit(input: $input) { adaptation { id } } }', {
    input: { adaptation: id, benefit: 'SEEN', words: 'Fewer falls' },
  });
  await anjali.ok('mutation($input: MoveAdaptationInput!) { moveAdaptation(input: $input) { adaptation { id } } }', {
    input: { adaptation: id, stage: 'STOPPED', ending: { reason: 'STAFF', words: 'Nobody', cameOfIt: 'One list' } },
  });

  const [hers, his] = [await exported(anjali), await exported(callum)];

  expect(hers.versionsFollowed).toMatchObject([
    { adaptation: id, version: 1, choices: [] },
    {
      ...{ adaptation: id, version: 2 },
      choices: [{ part: 'SECTION', key: 'where', choice: 'KEEP', reason: 'We have no upstairs' }],
    },
  ]);
  expect(hers.benefits).toMatchObject([{ adaptation: id, benefit: 'SEEN', words: 'Fewer falls' }]);
  expect(hers.endings).toEqual([
    { adaptation: id, reason: 'STAFF', words: 'Nobody', tried: null, cameOfIt: 'One list' },
  ]);
  expect(hers.sourcesAdded).toMatchObject([{ adaptation: id, source: other.id, what: 'How they listen' }]);
  expect(his).toMatchObject({ benefits: [], endings: [], sourcesAdded: [] });
  expect(JSON.stringify(his)).not.toContain(id);
});

it('an export names no source that the person may not see any more, and keeps their own words (J5)', async () => {
  const [source, other] = [
    await published(callum, { site: 'tollbridge' }),
    await published(callum, { site: 'tollbridge' }),
  ];
  const id = await started(anjali, source, 'northvale');
  await drawnOn(anjali, id, other, 'Their tea');
  await hub.sql(`UPDATE core.entity SET needs = '{key:nobody-holds}' WHERE ref = $1`, [other.id]);

  const { sourcesAdded } = await exported(anjali);

  expect(sourcesAdded).toContainEqual(expect.objectContaining({ adaptation: id, source: null, what: 'Their tea' }));
});
