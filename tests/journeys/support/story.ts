/** What the stories share: the sites and people of the demonstration before any of them has written a word, and what people do again and again. */
import { Database } from '@hub/core/server';
import { demonstrationNetwork } from '@hub/demonstration';
import { demonstrationSections } from '@hub/plugins/interventions/contract';
import { pluginsOfTheHub } from '@hub/testing';
import type { Person } from './person';
import { World } from './world';

/** A world of sites and members alone. */
export async function openBeforeTheStory(): Promise<World> {
  const world = await World.open({}, false);
  const sites = (await pluginsOfTheHub()).find(({ id }) => id === 'sites');
  if (!sites?.seed) throw new Error('Nobody seeds the sites and members.');
  const { app } = world.hub.hub;
  const seed = app.get(sites.seed);
  await app.get(Database).transaction(async (tx) => {
    await tx.query("SELECT set_config('hub.loading', 'on', true)");
    await seed.load(tx);
  });
  return world;
}

export interface Told {
  readonly id: string;
  readonly at: string;
  readonly revision: number;
}

/** What a site did before the story begins, in the demonstration's words: published, for anybody. */
export async function hasPublished(world: World, member: string, slug: string): Promise<Told> {
  const told = demonstrationNetwork.interventions.find((each) => each.slug === slug);
  if (!told) throw new Error(`The demonstration has no intervention "${slug}".`);
  const client = await world.hub.as(member);
  const { title, summary, siteSlug: site, modelType, tidier } = told;
  const input = { site, title, summary, modelTypes: [modelType], maturity: 'RUNNING', visibility: 'PUBLIC' };
  const { createIntervention } = await client.ok(
    'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id revision } } }',
    { input: { ...input, sections: demonstrationSections(tidier) } },
  );
  const { id, revision } = createIntervention.intervention;
  const { publishIntervention } = await client.ok(
    'mutation ($input: PublishInterventionInput!) { publishIntervention(input: $input) { intervention { slug revision } } }',
    { input: { id, expectedRevision: revision } },
  );
  const published = publishIntervention.intervention;
  return { id, at: `/interventions/${published.slug}`, revision: published.revision };
}

/** What another site made of it meanwhile: its own words for one section, running, and published for anybody under this title. */
export async function hasAdapted(
  world: World,
  member: string,
  source: string,
  { site, title, words }: { readonly site: string; readonly title: string; readonly words: string },
): Promise<string> {
  const client = await world.hub.as(member);
  const asked = await client.ok(
    'query ($id: ID!) { node(id: $id) { ... on Intervention { currentVersion { id } } } }',
    {
      id: source,
    },
  );
  const { startAdaptation } = await client.ok(
    'mutation ($input: StartAdaptationInput!) { startAdaptation(input: $input) { adaptation { id } } }',
    { input: { sourceVersion: asked.node.currentVersion.id, site, why: 'It suits us' } },
  );
  const adaptation: string = startAdaptation.adaptation.id;
  const move =
    'mutation ($input: MoveAdaptationInput!) { moveAdaptation(input: $input) { adaptation { result { id revision } } } }';
  const { moveAdaptation } = await client.ok(move, { input: { adaptation, stage: 'ADAPTING' } });
  const { id, revision } = moveAdaptation.adaptation.result;
  await client.ok(
    'mutation ($input: UpdateInterventionInput!) { updateIntervention(input: $input) { intervention { id } } }',
    {
      input: { id, expectedRevision: revision, sections: [{ key: 'how', body: words }] },
    },
  );
  await client.ok(move, { input: { adaptation, stage: 'RUNNING', learned: 'It runs' } });
  await client.ok(
    'mutation ($input: PublishAdaptationInput!) { publishAdaptation(input: $input) { adaptation { id } } }',
    {
      input: { adaptation, title, summary: words, visibility: 'PUBLIC' },
    },
  );
  return id;
}

/** Searches from any page, until what was published is in the index, and opens it. */
export async function finds(person: Person, words: string, title: string): Promise<void> {
  const box = person.page.getByRole('searchbox').first();
  await box.fill(words);
  await box.press('Enter');
  await person.page.waitForURL(/\/search\?q=/);
  await looksUntil(person, () =>
    person.page
      .getByRole('link', { name: title })
      .count()
      .then((count) => count > 0),
  );
  await person.follows(person.link(title));
}

/** Begins an adaptation on the page of an intervention, and gives the address of the record. */
export async function adapts(person: Person, why: string): Promise<string> {
  await person.follows(person.link(/Adapt this for our site|Make something new from this/));
  await person.fills(/Why are you looking at this/, why);
  await person.follows(person.button('Start'));
  return new URL(person.page.url()).pathname;
}

/** "Record a change": two boxes, and no more. */
export async function recordsChange(person: Person, record: string, what: string, why: string): Promise<void> {
  await person.opens(record);
  await person.follows(person.link('Record a change'));
  const boxes = person.page.getByRole('main').getByRole('textbox');
  await boxes.nth(0).fill(what);
  await boxes.nth(1).fill(why);
  await person.follows(person.button('Save this change'));
}

/** Answers the further questions about a change by these words; where none are given for a question, the first answer. */
export async function addsDetails(person: Person, answers: Readonly<Record<string, RegExp>>): Promise<void> {
  await person.follows(person.link(/Add details/).or(person.button(/Add details/)));
  for (
    let question = questionOf(person);
    question !== null;
    await person.follows(person.button('Continue')), question = questionOf(person)
  ) {
    const main = person.page.getByRole('main');
    const words = answers[question];
    const folded = main.locator('details:not([open]) > summary');
    while ((await folded.count()) > 0) await folded.first().click();
    const given = main.getByRole('radio').or(main.getByRole('checkbox'));
    if (words) await main.getByLabel(words).first().check();
    else await given.first().check();
  }
}

function questionOf(person: Person): string | null {
  return new URL(person.page.url()).searchParams.get('question');
}

/** Moves the record to another stage, from its own page. */
export async function movesTo(
  person: Person,
  record: string,
  stage: string,
  learned: string,
  further: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await person.opens(`${record}/stage`);
  await person.page.getByRole('radio', { name: stage }).first().check();
  await further();
  await person.fills(/What did you learn/, learned);
  await person.follows(
    person.page
      .getByRole('main')
      .getByRole('button', { name: /^(Save|Record)/ })
      .last(),
  );
}

/** Writes the site's own words for a section. */
export async function rewrites(person: Person, record: string, key: string, text: string): Promise<void> {
  await person.opens(`${record}/sections/${key}`);
  await person.page.getByRole('main').getByRole('textbox').last().fill(text);
  await person.follows(person.button('Save'));
}

/** Publishes what became of it, for anybody. */
export async function publishes(person: Person, record: string, title: string, summary: string): Promise<void> {
  await person.opens(`${record}/publish`);
  await person.fills(/What do you call it/, title);
  await person.fills(/in a sentence or two/, summary);
  await person.chooses('Anyone, also without an account');
  await person.follows(person.button('Publish version 1'));
  await person.reads(`Version 1 of “${title}” is published`);
}

/** Waits until the news has come, as one who looks now and then does. */
export async function hears(person: Person, words: RegExp): Promise<void> {
  await person.opens('/notifications');
  await looksUntil(person, () => person.canRead(words));
  await person.reads(words);
}

/** Reloads the page while the worker is not done yet. */
async function looksUntil(person: Person, isThere: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 40 && !(await isThere()); tries += 1) {
    await person.page.waitForTimeout(250);
    await person.page.reload({ waitUntil: 'networkidle' });
  }
}
