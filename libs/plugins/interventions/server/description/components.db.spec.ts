/** The named components of an intervention: written, kept in versions, and read by those who may. */
import { Database } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { componentsView, InterventionDrafts, sectionItems, versionUuid } from '@hub/plugins/interventions/contract';

let hub: TestHub;
let anjali: TestClient;
let callum: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  anjali = await hub.as('anjali-thornapple');
  callum = await hub.as('callum-pennyroyal');
});
afterAll(() => hub?.close());

const components = 'components { key name description core reason }';
const fields = `id revision nextVersion { ${components} } currentVersion { id ${components} } versions { edges { node { number ${components} } } }`;
const create = `mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { ${fields} } } }`;
const update = `mutation ($input: UpdateInterventionInput!) { updateIntervention(input: $input) { intervention { ${fields} } } }`;
const publish = `mutation ($input: PublishInterventionInput!) { publishIntervention(input: $input) { intervention { ${fields} } } }`;
const see = `query ($id: ID!) { node(id: $id) { ... on Intervention { ${fields} } } }`;

const sections = sectionItems
  .filter(({ requiredToPublish }) => requiredToPublish)
  .map(({ key }) => ({ key, body: `Text of ${key}` }));
const huddle = {
  name: 'The huddle',
  description: 'Ten minutes',
  core: true,
  reason: 'It is where falls are talked about',
};
const board = { name: 'The board', core: false, reason: 'Any place to write on will do' };

async function made(input: object = {}) {
  const whole = { site: 'northvale', title: 'Falls huddle', summary: 'Daily', modelTypes: ['MCP'], sections, ...input };
  return (await anjali.ok(create, { input: whole })).createIntervention.intervention;
}
async function changed({ id, revision }: { id: string; revision: number }, input: object) {
  const { updateIntervention } = await anjali.ok(update, { input: { id, expectedRevision: revision, ...input } });
  return updateIntervention.intervention;
}
async function published({ id, revision }: { id: string; revision: number }) {
  const { publishIntervention } = await anjali.ok(publish, { input: { id, expectedRevision: revision } });
  return publishIntervention.intervention;
}

it('keeps components in the order they were given, each under a key of its own', async () => {
  const { nextVersion } = await made({ components: [huddle, board] });

  expect(nextVersion.components).toMatchObject([huddle, { ...board, description: null }]);
  expect(new Set(nextVersion.components.map(({ key }: { key: string }) => key)).size).toBe(2);
});

it('takes a change as the whole list: what is not named goes, keys stay through renaming and moving', async () => {
  const draft = await made({ components: [huddle, board, { name: 'The chart', core: false }] });
  const [first, second] = draft.nextVersion.components;
  const components = [{ ...second, name: 'The white board' }, first];

  expect((await changed(draft, { components })).nextVersion.components).toEqual(components);
});

it('leaves components alone when a change does not name them', async () => {
  const draft = await made({ components: [huddle] });

  expect((await changed(draft, { title: 'Another' })).nextVersion).toEqual(draft.nextVersion);
});

it('keeps the components of each version as they were, under keys that stay', async () => {
  const first = await published(await made({ components: [huddle, board] }));
  const [huddleKept] = first.nextVersion.components;
  const second = await published(await changed(first, { components: [{ ...huddleKept, core: false }] }));

  expect(second.versions.edges.map(({ node }: { node: { components: unknown } }) => node.components)).toEqual([
    [{ ...huddleKept, core: false }],
    first.currentVersion.components,
  ]);
});

it('shows the components of the next version to those who may read drafts, and of a version to whoever may see it', async () => {
  const { id, revision, currentVersion } = await published(await made({ components: [huddle] }));
  await changed({ id, revision }, { components: [huddle, board] });

  expect((await callum.ok(see, { id })).node).toMatchObject({ nextVersion: null, currentVersion });
});

it('asks for the reason of each component before it is published, and for nothing of a draft', async () => {
  const { id, revision, nextVersion } = await made({
    components: [huddle, { name: 'The chart', core: true, reason: ' ' }],
  });
  const { errors } = await anjali.run(publish, { input: { id, expectedRevision: revision } });

  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    fields: [
      {
        path: `components.${nextVersion.components[1].key}`,
        message: 'Say why “The chart” is core before you publish',
      },
    ],
  });
});

it.each([
  ['a component without a name', [{ ...huddle, name: ' ' }], 'input.components.0.name'],
  [
    'a key twice',
    [
      { ...huddle, key: 'one' },
      { ...board, key: 'one' },
    ],
    'input.components.1.key',
  ],
  ['what is no key', [{ ...huddle, key: 'a b' }], 'input.components.0.key'],
  ['more components than anyone reads', Array(31).fill(huddle), 'input.components'],
  ['a reason that is too long', [{ ...huddle, reason: 'x'.repeat(1001) }], 'input.components.0.reason'],
])('refuses %s, and changes nothing', async (_what, components, path) => {
  const draft = await made();
  const input = { id: draft.id, expectedRevision: draft.revision, components };
  const { errors } = await anjali.run(update, { input });

  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(errors?.[0]?.extensions.fields?.map((field) => field.path)).toContain(path);
  expect((await anjali.ok(see, { id: draft.id })).node).toMatchObject({ revision: draft.revision });
});

it('tells a stale writer which components are there now', async () => {
  const draft = await made({ components: [huddle] });
  await changed(draft, { components: [board] });
  const { errors } = await anjali.run(update, { input: { id: draft.id, expectedRevision: 1, components: [huddle] } });

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', current: { components: [board] } });
});

it('lets other plugins read the components of a version: by a view, and through the drafts', async () => {
  const { currentVersion } = await published(await made({ components: [huddle, board] }));
  const drafts = hub.hub.app.get(InterventionDrafts);
  const version = await hub.hub.app.get(Database).transaction((tx) => drafts.readVersion(tx, currentVersion.id));

  expect(version?.components).toEqual(currentVersion.components);
  const rows = await hub.sql(
    `SELECT place, name, core FROM ${componentsView} WHERE version_id = '${versionUuid(currentVersion.id)}' ORDER BY place`,
  );
  expect(rows).toEqual([
    { place: 1, name: huddle.name, core: true },
    { place: 2, name: board.name, core: false },
  ]);
});
