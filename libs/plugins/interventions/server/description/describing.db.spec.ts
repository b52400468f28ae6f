/** Descriptions and facts: what is part of a version, what changes at once, and what cannot be taken. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { sectionItems } from '@hub/plugins/interventions/contract';

let hub: TestHub;
let anjali: TestClient;
let callum: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  anjali = await hub.as('anjali-thornapple');
  callum = await hub.as('callum-pennyroyal');
});
afterAll(() => hub?.close());

const description = `description { problem population segments { slug name } needs { kind text figures { label value unit } }
  risks { risk response } outcomesMeasured }`;
const fields = `id revision problem outcomesMeasured lessons enablers contacts { id } startedOn reviewOn reviewDue
  nextVersion { ${description} } currentVersion { ${description} } versions { edges { node { ${description} } } }`;
const mutation = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { intervention { ${fields} } } }`;
const see = `query ($id: ID!) { node(id: $id) { ... on Intervention { ${fields} } } }`;

const sections = sectionItems
  .filter(({ requiredToPublish }) => requiredToPublish)
  .map(({ key }) => ({ key, body: `Text of ${key}` }));
const written = {
  problem: 'Residents fall at night',
  population: 'Residents of care homes',
  segments: ['end-of-life', 'care-home-residents'],
  needs: [
    { kind: 'PEOPLE', text: 'A nurse', figures: [{ label: 'Nurse hours a week', value: 7.5, unit: 'hours' }] },
    { kind: 'MONEY', text: ' ', figures: [] },
  ],
  risks: [{ risk: 'Nobody comes', response: 'It is held where the tea is' }, { risk: 'It takes too long' }],
  outcomesMeasured: ['Falls per 1,000 beds'],
};

async function change(name: string, type: string, input: object) {
  return (await anjali.ok(mutation(name, type), { input }))[name].intervention;
}
const made = (input: object = {}) =>
  change('createIntervention', 'CreateInterventionInput', {
    ...{ site: 'northvale', title: 'Falls huddle', summary: 'Daily', modelTypes: ['MCP'], sections },
    ...input,
  });
const updated = ({ id, revision }: { id: string; revision: number }, input: object) =>
  change('updateIntervention', 'UpdateInterventionInput', { id, expectedRevision: revision, ...input });
const published = ({ id, revision }: { id: string; revision: number }) =>
  change('publishIntervention', 'PublishInterventionInput', { id, expectedRevision: revision });

it('keeps what is described as it was written, blank needs left out, groups of people under their names', async () => {
  const { nextVersion } = await made({ description: written });

  expect(nextVersion.description).toEqual({
    ...written,
    segments: [
      { slug: 'care-home-residents', name: 'Care home residents' },
      { slug: 'end-of-life', name: 'People near the end of life' },
    ],
    needs: [written.needs[0]],
    risks: [written.risks[0], { risk: 'It takes too long', response: null }],
  });
});

it('changes what is named and leaves the rest; a blank text takes it out', async () => {
  const draft = await made({ description: written });
  const { nextVersion } = await updated(draft, { description: { problem: ' ', risks: [] } });

  expect(nextVersion.description).toEqual({ ...draft.nextVersion.description, problem: null, risks: [] });
});

it('is part of each version as it was then: what is written next waits for the next one', async () => {
  const first = await published(await made({ description: written }));
  const changed = await updated(first, { description: { problem: 'Residents fall by day' } });
  expect(changed).toMatchObject({ problem: written.problem, currentVersion: first.currentVersion });
  expect((await callum.ok(see, { id: first.id })).node).toMatchObject({ problem: written.problem, nextVersion: null });

  const second = await published(changed);

  expect(second.problem).toBe('Residents fall by day');
  expect(
    second.versions.edges.map(({ node }: { node: { description: { problem: string } } }) => node.description.problem),
  ).toEqual(['Residents fall by day', written.problem]);
});

it('changes facts at once, of a published one too', async () => {
  const { id, revision } = await published(await made());
  const facts = { lessons: [10, 1], enablers: [2], startedOn: '2016-04', reviewOn: '2018-03-31' };
  const contacts = ['member:network/leonie-fernmoss'];
  await updated({ id, revision }, { ...facts, contacts });

  expect((await callum.ok(see, { id })).node).toMatchObject({
    ...{ ...facts, lessons: [1, 10], reviewDue: true },
    contacts: [{ id: 'member:network/leonie-fernmoss' }],
  });
});

it('takes a fact out that is sent blank', async () => {
  const draft = await made({ reviewOn: '2018-03-31', startedOn: '2016-04', lessons: [1] });

  expect(await updated(draft, { reviewOn: '', startedOn: '', lessons: [] })).toMatchObject({
    ...{ reviewOn: null, reviewDue: false, startedOn: null, lessons: [] },
  });
});

it.each([
  ['a group of people that is on no list', { description: { segments: ['martians'] } }, 'input.description.segments.0'],
  [
    'a kind of need twice',
    { description: { needs: [written.needs[0], written.needs[0]] } },
    'input.description.needs.1.kind',
  ],
  ['a risk without words', { description: { risks: [{ risk: ' ' }] } }, 'input.description.risks.0.risk'],
  ['an outcome without words', { description: { outcomesMeasured: [' '] } }, 'input.description.outcomesMeasured.0'],
  ['a lesson that nobody drew', { lessons: [11] }, 'input.lessons.0'],
  ['an enabler that nobody named', { enablers: [0] }, 'input.enablers.0'],
  ['a contact from another site', { contacts: ['member:network/callum-pennyroyal'] }, 'input.contacts.0'],
  ['a month that is none', { startedOn: '2016-13' }, 'input.startedOn'],
  ['a day that no calendar has', { reviewOn: '2018-02-30' }, 'input.reviewOn'],
])('refuses %s with the field and a sentence, and changes nothing', async (_what, input, path) => {
  const draft = await made();
  const { errors } = await anjali.run(mutation('updateIntervention', 'UpdateInterventionInput'), {
    input: { id: draft.id, expectedRevision: draft.revision, ...input },
  });

  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(errors?.[0]?.extensions.fields?.map((field) => field.path)).toContain(path);
  expect((await anjali.ok(see, { id: draft.id })).node).toEqual(draft);
});

it('answers a contact who is nobody with NOT_FOUND', async () => {
  const { id, revision } = await made();
  const input = { id, expectedRevision: revision, contacts: ['member:network/nobody'] };

  expect(await anjali.codeOf(mutation('updateIntervention', 'UpdateInterventionInput'), { input })).toBe('NOT_FOUND');
});

describe('the day of a review', () => {
  const unread =
    'query { notifications(unreadOnly: true) { edges { node { reason happened subject { ... on Intervention { id } } } } } }';
  const toldOf = async (client: TestClient, id: string) => {
    await hub.drain();
    const { notifications } = await client.ok(unread);
    return notifications.edges.filter(
      ({ node }: { node: { subject: { id: string } | null } }) => node.subject?.id === id,
    );
  };

  const countsOf = async (many: readonly { id: string }[]) => {
    const counts: number[] = [];
    for (const { id } of many) counts.push((await toldOf(anjali, id)).length);
    return counts;
  };

  it('is told once to those who edit for its site when it has come, whichever of two hubs looks, and again for another day', async () => {
    await hub.close();
    hub = await createTestHub();
    [anjali, callum] = [await hub.as('anjali-thornapple'), await hub.as('callum-pennyroyal')];
    await hub.runSchedules(new Date('2031-01-01T12:00:00Z'));
    const one = await updated(await published(await made()), { reviewOn: '2031-03-31' });

    await hub.runSchedules(new Date('2031-03-30T12:00:00Z'));
    expect(await toldOf(anjali, one.id)).toEqual([]);
    await Promise.all([1, 2].map(() => hub.runSchedules(new Date('2031-03-31T06:30:00Z'))));
    expect(await toldOf(anjali, one.id)).toEqual([
      { node: expect.objectContaining({ reason: 'A review is due of an intervention of your site' }) },
    ]);
    await hub.runSchedules(new Date('2031-04-02T12:00:00Z'));
    expect(await toldOf(anjali, one.id)).toHaveLength(1);
    expect(await toldOf(callum, one.id)).toEqual([]);

    const moved = await updated(one, { reviewOn: '2031-04-03' });
    await hub.runSchedules(new Date('2031-04-03T12:00:00Z'));
    expect(await toldOf(anjali, moved.id)).toHaveLength(2);
  });

  it('is told once more after 30 days, where neither another day was set nor a version published since, and then no more', async () => {
    await hub.sql("UPDATE interventions.intervention SET review_on = NULL WHERE site_ref = 'site:network/northvale'");
    const [idle, later, reviewed] = await Promise.all(
      [1, 2, 3].map(async () => updated(await published(await made()), { reviewOn: '2032-03-01' })),
    );
    // A version that is published today was published after this day.
    await hub.sql(`UPDATE interventions.intervention SET review_on = '2020-03-01' WHERE ref = $1`, [reviewed!.id]);
    const counts = () => countsOf([idle!, later!, reviewed!]);
    for (const day of ['2032-03-01', '2032-03-30']) await hub.runSchedules(new Date(`${day}T12:00:00Z`));
    expect(await counts()).toEqual([1, 1, 1]);
    await updated(later!, { reviewOn: '2033-03-01' });

    await hub.runSchedules(new Date('2032-03-31T12:00:00Z'));
    expect(await counts()).toEqual([2, 1, 1]);
    expect((await toldOf(anjali, idle!.id))[0].node.reason).toBe(
      'A review has been due for 30 days of an intervention of your site',
    );
    await hub.runSchedules(new Date('2032-06-30T12:00:00Z'));
    expect(await counts()).toEqual([2, 1, 1]);
  });

  it('is not told to who switched that off', async () => {
    const set = (isOn: boolean) =>
      anjali.ok('mutation ($input: SetDefaultRuleInput!) { setDefaultRule(input: $input) { isOn } }', {
        input: { rule: 'interventions.reviews', isOn },
      });
    await set(false);
    const one = await updated(await published(await made()), { reviewOn: '2032-07-01' });
    await hub.runSchedules(new Date('2032-07-01T12:00:00Z'));
    expect(await toldOf(anjali, one.id)).toEqual([]);
    await set(true);
  });

  it('is told of three a day of one site, also when the hub was down for days', async () => {
    await hub.sql("UPDATE interventions.intervention SET review_on = NULL WHERE site_ref = 'site:network/northvale'");
    const all = await Promise.all(
      [1, 2, 3, 4].map(async (day) => updated(await published(await made()), { reviewOn: `2032-07-0${day}` })),
    );
    const told = () => countsOf(all);
    await hub.runSchedules(new Date('2032-07-20T12:00:00Z'));
    expect(await told()).toEqual([1, 1, 1, 0]);
    await hub.runSchedules(new Date('2032-07-21T12:00:00Z'));
    expect(await told()).toEqual([1, 1, 1, 1]);
  });
});
