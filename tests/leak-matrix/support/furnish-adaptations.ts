/** Adaptations in every stage of being shared: for the site alone, for the network, and published with their result. */
import type { Audience } from './canaries';
import { writerOf, type Furnishing } from './furnish';
import type { Published } from './furnish-interventions';
import { elsewhere, home, refOf } from './viewers';

interface Plan {
  readonly by: string;
  readonly source: Published | undefined;
  readonly audience: Audience;
  readonly stages: readonly string[];
  /** The result is published for these. */
  readonly published?: string;
}

function plansOf({ published }: Furnishing, earlier: readonly Published[]): Plan[] {
  const of = (site: string, audience: Audience, at = 0) =>
    published.filter((one) => one.site === site && one.audience === audience && one.version && !one.spare)[at];
  const spare = (site: string) =>
    [...earlier, ...published].find((one) => one.site === site && one.spare && one.version);
  const pairs = [
    [home, elsewhere],
    [elsewhere, home],
  ] as const;
  return pairs.flatMap(([site, by]): Plan[] => [
    { by, source: of(site, 'everyone'), audience: 'everyone', stages: ['ADAPTING', 'RUNNING'], published: 'PUBLIC' },
    { by, source: of(site, 'everyone', 1), audience: 'the network', stages: ['ADAPTING', 'TESTING', 'STOPPED'] },
    {
      ...{ by, source: of(site, 'the network'), audience: `members of ${by}` as const },
      ...{ stages: ['ADAPTING', 'RUNNING'], published: 'SITE' },
    },
    {
      ...{ by, source: earlier.length ? spare(site) : undefined, audience: `members of ${by}` as const },
      stages: ['ASSESSING', 'ADAPTING'],
    },
    {
      by: site,
      source: of(site, `members of ${site}`),
      audience: `members of ${site}`,
      stages: ['RUNNING', 'STOPPED'],
    },
    { by: site, source: of(site, 'the network'), audience: `members of ${site}`, stages: ['ASSESSING', 'ADAPTING'] },
  ]);
}

/** Makes those that are wanted and have something to start from. */
export async function furnishAdaptations(furnishing: Furnishing, earlier: readonly Published[]): Promise<void> {
  for (const plan of plansOf(furnishing, earlier)) {
    if (plan.source?.version && furnishing.wanted(plan.audience)) await adapt(furnishing, plan, plan.source.version);
  }
}

async function adapt(furnishing: Furnishing, plan: Plan, sourceVersion: string): Promise<void> {
  const { by, audience } = plan;
  const { things, word } = furnishing;
  const run = runner(furnishing, by);
  const { id } = await run('startAdaptation', 'StartAdaptationInput', {
    ...{ sourceVersion, site: by, why: word('Adaptation.why', audience) },
  });
  await record(furnishing, plan, id, run);
  await leaveOutCore(furnishing, plan, id, run);
  await drawOn(furnishing, plan, id, run);
  for (const stage of plan.stages) {
    await run('moveAdaptation', 'MoveAdaptationInput', {
      ...{ adaptation: id, stage, learned: word('StageChange.learned', audience) },
      ...{
        reason: word('StageChange.reason', audience),
        ending: stage === 'STOPPED' ? endingOf(furnishing, plan) : null,
      },
    });
  }
  await run('planTask', 'PlanTaskInput', {
    ...{ adaptation: id, task: 'DECIDE', notSure: true, owner: refOf(writerOf[by] ?? '') },
  });
  things.push({ id, type: 'Adaptation', audience });
  await askWhetherItGoesOn(furnishing, plan, id);
  const found = await furnishing.writers[by]!.ok(
    'query ($id: ID!) { adaptation(id: $id) { suitability { id } modifications { id } result { id revision } } }',
    { id },
  );
  const { suitability, modifications, result } = found.adaptation;
  things.push({ id: suitability[0].id, type: 'SuitabilityEntry', audience });
  things.push({ id: modifications[0].id, type: 'Modification', audience });
  if (plan.published) await publishResult(furnishing, plan, id, result);
  await learn(furnishing, plan, id, run);
  if (!result) return;
  things.push({ id: result.id, type: 'Intervention', audience: plan.published ? audience : `editors of ${by}` });
}

/** The team has not answered, and before that it said that it is still going, which whoever reads the record may know. */
async function askWhetherItGoesOn({ hub, things }: Furnishing, { by, audience }: Plan, adaptation: string) {
  const asked = await hub.sql<{ id: string; answer: string | null }>(
    `INSERT INTO adaptations.check_in (id, adaptation_ref, quiet_since, asked_at, answer, answered_at, answered_by)
     SELECT gen_random_uuid(), $1, given.at, given.at, given.answer, CASE WHEN given.answer IS NOT NULL THEN given.at END,
       CASE WHEN given.answer IS NOT NULL THEN $2 END
     FROM (VALUES (timestamptz '2016-01-01', 'GOING'), (timestamptz '2016-04-01', NULL)) AS given (at, answer)
     RETURNING 'check-in:' || id AS id, answer`,
    [adaptation, refOf(writerOf[by] ?? '')],
  );
  for (const { id, answer } of asked)
    things.push({ id, type: 'CheckIn', audience: answer ? audience : `editors of ${by}` });
}

/** What grew is the source, and something that only the site may see. */
function endingOf({ word, published }: Furnishing, { by, audience, source }: Plan): object {
  const hidden = published.find((one) => one.site === by && one.audience === `members of ${by}`);
  return {
    ...{
      reason: 'STAFF',
      words: word('AdaptationEnding.words', audience),
      grew: [source, hidden].flatMap((one) => one?.id ?? []),
    },
    ...{ tried: word('AdaptationEnding.tried', audience), cameOfIt: word('AdaptationEnding.cameOfIt', audience) },
  };
}

type Run = (mutation: string, type: string, input: object) => Promise<{ id: string }>;

function runner({ writers }: Furnishing, site: string): Run {
  return async (mutation, type, input) =>
    (
      await writers[site]!.ok(`mutation ($input: ${type}!) { ${mutation}(input: $input) { adaptation { id } } }`, {
        input,
      })
    )[mutation].adaptation;
}

async function record({ hub, word }: Furnishing, { audience }: Plan, adaptation: string, run: Run): Promise<void> {
  const text = (place: string) => word(place, audience);
  await run('recordSuitability', 'RecordSuitabilityInput', {
    ...{ adaptation, kind: 'DATA_AUDIT', happenedOn: '2016-03-05T10:00:00.000Z', supports: true },
    ...{ title: text('SuitabilityEntry.title'), finding: text('SuitabilityEntry.finding') },
    figures: [{ label: text('Figure.label'), value: 12.5, unit: text('Figure.unit') }],
  });
  await run('recordSuitability', 'RecordSuitabilityInput', {
    ...{ adaptation, kind: 'CONTEXT_COMPARISON', title: text('SuitabilityEntry.title') },
    ...{ finding: text('SuitabilityEntry.finding'), statements: [`I ${text('SuitabilityEntry.statements')}`] },
  });
  const difference = {
    ...{ name: text('ContextDifference.name'), there: text('ContextDifference.there') },
    ...{ here: text('ContextDifference.here'), matters: true },
  };
  await hub.sql(
    "UPDATE adaptations.suitability SET compared = $2 WHERE adaptation_ref = $1 AND kind = 'CONTEXT_COMPARISON'",
    [adaptation, JSON.stringify([difference])],
  );
  await run('recordModification', 'RecordModificationInput', {
    ...{ adaptation, codes: ['content_nature:substituted'], sectionKeys: ['how'], planned: true },
    ...{ fidelityConsistent: true, what: text('Modification.what'), why: text('Modification.why') },
  });
}

/** Something core of the source, so that its originator is told. */
async function leaveOutCore(
  { word, writers }: Furnishing,
  { by, audience }: Plan,
  id: string,
  run: Run,
): Promise<void> {
  const { adaptation } = await writers[by]!.ok(
    'query ($id: ID!) { adaptation(id: $id) { source { components { key } } } }',
    { id },
  );
  const keys = adaptation.source.components.map(({ key }: { key: string }) => key);
  const text = (place: string) => word(place, audience);
  await run('recordModification', 'RecordModificationInput', {
    ...{ adaptation: id, codes: [], what: text('Modification.what'), why: text('Modification.why') },
    ...{ leftOutKeys: keys, coreReason: text('Modification.coreReason') },
  });
}

/** What the site alone can see is drawn on as well, and must be known to nobody else. */
async function drawOn({ word, published }: Furnishing, plan: Plan, adaptation: string, run: Run): Promise<void> {
  const { by, audience, source } = plan;
  const hidden: Audience = `members of ${by}`;
  const own = (wanted: Audience) =>
    published.find((one) => one.site === by && one.audience === wanted && one.version && one.id !== source?.id);
  for (const [one, readers] of [
    [own('everyone'), audience],
    [own(hidden), hidden],
  ] as const) {
    if (!one?.version) continue;
    await run('addAdaptationSource', 'AddAdaptationSourceInput', {
      ...{ adaptation, sourceVersion: one.version, what: word('FurtherSource.what', readers) },
    });
  }
}

/** Its text is changed first, so that there is a difference to read, and its audience set. */
async function publishResult(
  { word, writers }: Furnishing,
  { by, audience, published }: Plan,
  adaptation: string,
  result: { readonly id: string; readonly revision: number },
): Promise<void> {
  const client = writers[by]!;
  const sections = [{ key: 'how', body: `Ours ${word('SectionDifference.local', audience)}` }];
  await client.ok(
    'mutation ($input: UpdateInterventionInput!) { updateIntervention(input: $input) { intervention { id } } }',
    { input: { id: result.id, expectedRevision: result.revision, visibility: published, sections } },
  );
  const input = {
    ...{ adaptation, title: `Ours ${word('Intervention.title', audience)}` },
    ...{
      summary: word('Intervention.summary', audience),
      changeNote: word('InterventionVersion.changeNote', audience),
    },
  };
  await runner({ writers } as Furnishing, by)('publishAdaptation', 'PublishAdaptationInput', input);
}

/** Says whether people benefit, follows the source's next version, and where everyone may read it, has a change taken home. */
async function learn(furnishing: Furnishing, plan: Plan, adaptation: string, run: Run): Promise<void> {
  const { word, writers } = furnishing;
  const { by, audience, source, published } = plan;
  await run('recordBenefit', 'RecordBenefitInput', {
    ...{ adaptation, benefit: 'SEEN', words: word('Adaptation.benefitWords', audience) },
  });
  if (!source?.later) return;
  const found = await writers[by]!.ok('query ($id: ID!) { adaptation(id: $id) { revision result { revision } } }', {
    id: adaptation,
  });
  const { revision, result } = found.adaptation;
  await run('followVersion', 'FollowVersionInput', {
    ...{ adaptation, version: source.later, expectedRevision: revision, expectedDraftRevision: result?.revision },
    choices: result ? [keep(word('FollowedChoice.reason', audience))] : [],
  });
  if (published === 'PUBLIC') await takeHome(furnishing, source, adaptation);
}

const keep = (reason: string) => ({ part: 'SECTION', key: 'why', choice: 'KEEP', reason });

/** Into the draft: a version would make known what else its editors have written there. */
async function takeHome({ word, writers }: Furnishing, source: Published, adaptation: string): Promise<void> {
  const client = writers[source.site]!;
  const { id } = source;
  const { node } = await client.ok('query ($id: ID!) { node(id: $id) { ... on Intervention { revision } } }', { id });
  const input = {
    ...{ intervention: id, adaptation, part: 'SECTION', key: 'how', expectedRevision: node.revision },
    body: `Together ${word('Section.body', `editors of ${source.site}`)}`,
  };
  await client.ok('mutation ($input: FoldBackInput!) { foldBack(input: $input) { intervention { id } } }', { input });
}
