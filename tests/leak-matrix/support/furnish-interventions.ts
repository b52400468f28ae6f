/** Interventions of a site: a draft, one for the site, one for the network, and public ones, each with a next version being written. */
import type { Audience } from './canaries';
import { writerOf, type Furnishing } from './furnish';
import { furnishFiles } from './furnish-files';
import { refOf } from './viewers';

export interface Published {
  readonly id: string;
  readonly site: string;
  readonly audience: Audience;
  /** Null of a draft, and of what was withdrawn. */
  readonly version: string | null;
  /** The version after it; null of what is spare. */
  readonly later: string | null;
  /** Left alone by adaptations of the first round, for those of the next. */
  readonly spare: boolean;
}

const required = ['why', 'procedures', 'who_provides', 'how', 'where', 'when_how_much'];

interface Plan {
  readonly visibility: string;
  readonly audience: Audience;
  readonly draft?: boolean;
  /** Taken back after it was published, so that nothing is made of it. */
  readonly withdrawn?: boolean;
  readonly spare?: boolean;
}

function plansFor(site: string): Plan[] {
  return [
    { visibility: 'NETWORK', audience: `editors of ${site}`, draft: true },
    { visibility: 'SITE', audience: `members of ${site}` },
    { visibility: 'NETWORK', audience: 'the network' },
    { visibility: 'PUBLIC', audience: 'everyone' },
    { visibility: 'PUBLIC', audience: 'everyone' },
    { visibility: 'PUBLIC', audience: 'everyone', spare: true },
    { visibility: 'PUBLIC', audience: 'everyone', withdrawn: true },
    { visibility: 'NETWORK', audience: 'the network', withdrawn: true },
    { visibility: 'SITE', audience: `members of ${site}`, withdrawn: true },
  ];
}

/** Makes those that are wanted, and goes on writing at those of an earlier round where drafts are. */
export async function furnishInterventions(
  furnishing: Furnishing,
  site: string,
  earlier: readonly Published[],
): Promise<void> {
  for (const plan of plansFor(site)) {
    if (furnishing.wanted(plan.audience)) furnishing.published.push(await write(furnishing, site, plan));
  }
  const own = [...earlier, ...furnishing.published].filter((one) => one.site === site && one.version);
  if (furnishing.wanted(`editors of ${site}`)) for (const one of own) await goOnWriting(furnishing, one);
}

async function write(furnishing: Furnishing, site: string, plan: Plan): Promise<Published> {
  const { audience } = plan;
  const { word, things } = furnishing;
  const client = furnishing.writers[site]!;
  const text = (field: string) => word(`Intervention.${field}`, audience);
  const sections = required.map((key) => ({ key, body: `Text ${word('Section.body', audience)}` }));
  const components = [componentFor(word, audience)];
  const more = { components, description: descriptionFor(word, audience), ...factsOf(site) };
  const input = { site, modelTypes: ['MCP'], visibility: plan.visibility, sections, ...more };
  const { createIntervention } = await client.ok(
    'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id revision } } }',
    { input: { ...input, title: `Clinic ${text('title')}`, summary: `About ${text('summary')}` } },
  );
  const { id } = createIntervention.intervention;
  await furnishFiles(furnishing, site, id, audience);
  things.push({ id, type: 'Intervention', audience });
  if (plan.draft) return { id, site, audience, version: null, later: null, spare: true };

  const version = await publish(furnishing, site, id, audience);
  things.push({ id: version, type: 'InterventionVersion', audience });
  if (plan.withdrawn) {
    await withdraw(furnishing, site, id, audience);
    return { id, site, audience, version: null, later: null, spare: true };
  }
  const later = plan.spare ? null : await publishLater(furnishing, site, id, audience);
  return { id, site, audience, version, later, spare: plan.spare ?? false };
}

function componentFor(word: Furnishing['word'], audience: Audience) {
  const text = (field: string) => `Part ${word(`Component.${field}`, audience)}`;
  return { name: text('name'), description: text('description'), core: true, reason: text('reason') };
}

function descriptionFor(word: Furnishing['word'], audience: Audience) {
  const text = (place: string) => `About ${word(place, audience)}`;
  const figures = [{ label: text('Figure.label'), value: 7.5, unit: word('Figure.unit', audience) }];
  return {
    ...{ problem: text('Description.problem'), population: text('Description.population') },
    ...{ segments: ['older-people'], outcomesMeasured: [text('Description.outcomesMeasured')] },
    needs: [{ kind: 'PEOPLE', text: text('Need.text'), figures }],
    risks: [{ risk: text('Risk.risk'), response: text('Risk.response') }],
  };
}

function factsOf(site: string) {
  const days = { startedOn: '2016-04', stoppedOn: '2017-04', reviewOn: '2018-03-31' };
  return { ...days, lessons: [1], enablers: [2], contacts: [refOf(writerOf[site] ?? '')] };
}

async function publish({ word, writers }: Furnishing, site: string, id: string, audience: Audience): Promise<string> {
  const client = writers[site]!;
  const { node } = await client.ok('query ($id: ID!) { node(id: $id) { ... on Intervention { revision } } }', { id });
  const { publishIntervention } = await client.ok(
    `mutation ($input: PublishInterventionInput!) { publishIntervention(input: $input) { intervention { currentVersion { id } } } }`,
    { input: { id, expectedRevision: node.revision, changeNote: word('InterventionVersion.changeNote', audience) } },
  );
  return publishIntervention.intervention.currentVersion.id;
}

async function withdraw({ word, writers }: Furnishing, site: string, id: string, audience: Audience): Promise<void> {
  const client = writers[site]!;
  const { node } = await client.ok('query ($id: ID!) { node(id: $id) { ... on Intervention { revision } } }', { id });
  await client.ok(
    'mutation ($input: WithdrawInterventionInput!) { withdrawIntervention(input: $input) { intervention { id } } }',
    { input: { id, expectedRevision: node.revision, reason: `Because ${word('Withdrawal.reason', audience)}` } },
  );
}

/** Another version, for adaptations of the first to follow. */
async function publishLater(furnishing: Furnishing, site: string, id: string, audience: Audience): Promise<string> {
  const client = furnishing.writers[site]!;
  const { node } = await client.ok('query ($id: ID!) { node(id: $id) { ... on Intervention { revision } } }', { id });
  const sections = [{ key: 'why', body: `Later ${furnishing.word('Section.body', audience)}` }];
  await client.ok(
    'mutation ($input: UpdateInterventionInput!) { updateIntervention(input: $input) { intervention { id } } }',
    { input: { id, expectedRevision: node.revision, sections } },
  );
  const version = await publish(furnishing, site, id, audience);
  furnishing.things.push({ id: version, type: 'InterventionVersion', audience });
  return version;
}

async function goOnWriting(furnishing: Furnishing, { id, site }: Published): Promise<void> {
  const { word, writers } = furnishing;
  const client = writers[site]!;
  const { node } = await client.ok('query ($id: ID!) { node(id: $id) { ... on Intervention { revision } } }', { id });
  const audience: Audience = `editors of ${site}`;
  const sections = [{ key: 'how', body: `Next ${word('Section.body', audience)}` }];
  const components = [componentFor(word, audience)];
  const description = descriptionFor(word, audience);
  await client.ok(
    'mutation ($input: UpdateInterventionInput!) { updateIntervention(input: $input) { intervention { id } } }',
    { input: { id, expectedRevision: node.revision, sections, components, description } },
  );
  await furnishFiles(furnishing, site, id, `editors of ${site}`);
}
