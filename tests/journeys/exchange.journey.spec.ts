/** An evaluator takes the record away as files, and an administrator takes a family of another hub in. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Family } from '@hub/plugins/exchange/contract';
import { parseAllDocuments } from 'yaml';
import type { Person } from './support/person';
import { World, widths } from './support/world';

const clinic = '/interventions/breathlessness-clinic';

let world: World;
let anjali: Person;

beforeAll(async () => {
  world = await World.open();
  anjali = await world.person('anjali-thornapple');
}, 120_000);

afterAll(() => world.close());

async function downloads(person: Person, link: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([person.page.waitForEvent('download'), person.link(link).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

it('one press on an intervention gives its description, its changes, its family and its catalog', async () => {
  await anjali.opens(clinic);
  const changes = await downloads(anjali, 'Changes (CSV)');
  const family = await downloads(anjali, 'Whole family (JSON)');
  const catalog = await downloads(anjali, 'Catalog (YAML)');
  const description = await downloads(anjali, 'Description (Markdown)');
  const { interventions, adaptations } = JSON.parse(family.text) as Family;

  expect(description).toMatchObject({
    name: 'breathlessness-clinic-tidier.md',
    text: /^# One-stop breathlessness clinic/,
  });
  expect(
    new Set((parseCsv(changes.text, { columns: true }) as Record<string, string>[]).map((row) => row.Adaptation)),
  ).toEqual(new Set(adaptations.map(({ id }) => id)));
  expect(interventions.map(({ title }) => title)).toContain('Cough care pathway');
  expect(parseAllDocuments(catalog.text)).toHaveLength(
    interventions.length + adaptations.length + (JSON.parse(family.text) as Family).sites.length,
  );
}, 60_000);

it('one press beneath a list gives what its filter shows', async () => {
  await anjali.opens('/interventions?model=EHCH&maturity=RUNNING&order=title');
  const titles = await anjali.page.locator('main .hub-rows__row').locator('h2, h3').allInnerTexts();
  const { name, text } = await downloads(anjali, 'Descriptions (Markdown)');

  expect(name).toBe('interventions-tidier.md');
  expect(text.match(/^# .*/gm)).toHaveLength(titles.length);
  expect(titles.length).toBeGreaterThan(2);
}, 60_000);

it('a description is printed without what only works on a screen', async () => {
  await anjali.opens(clinic);
  await anjali.follows(anjali.link('Description to print'));
  await anjali.reads('What it is made of');
  await anjali.page.emulateMedia({ media: 'print' });

  expect(await anjali.button('Print').isVisible()).toBe(false);
  expect(await anjali.page.getByRole('navigation').first().isVisible()).toBe(false);
  expect(await anjali.page.getByText('Spirometry', { exact: false }).first().isVisible()).toBe(true);
  await anjali.page.emulateMedia({ media: 'screen' });
}, 60_000);

it('a broken file is refused with each fault by its place, and a good one is said before it is made', async () => {
  const marisol = await world.person('marisol-greywether', widths.phone);
  const good = await familyOfAnotherHub();
  await marisol.opens('/administration');
  await marisol.follows(marisol.link('Import a family'));
  await marisol.button('Check the file').click();
  await marisol.reads('There is a problem');

  await brings(marisol, '{\n  "format": oops\n}');
  await marisol.reads('1 fault. Nothing was made.');
  await marisol.reads('line 2');
  await brings(marisol, JSON.stringify({ ...good, sites: [], files: [{}] }));
  await marisol.reads('/files/0');
  await brings(marisol, JSON.stringify({ ...good, sites: [] }));
  await marisol.reads('/interventions/0/site');
  await marisol.checks();

  await brings(marisol, JSON.stringify(good));
  await marisol.reads('What family.json would make');
  await marisol.reads('A review from elsewhere');
  await marisol.checks();
  await marisol.follows(marisol.button('Import this family'));
  await marisol.reads('The family is imported: 1 intervention');
  expect(new URL(marisol.page.url()).pathname).toBe('/interventions/review-from-elsewhere');
}, 60_000);

it('there is no page of importing for those who may not', async () => {
  await anjali.page.goto(`${world.hub.address}/administration/import`);
  await anjali.reads('Page not found');
}, 30_000);

it.each(Object.entries(widths))(
  'what is offered and what was tried at sites like ours can be read on a %s',
  async (_name, width) => {
    const person = await world.person('anjali-thornapple', width);
    await person.opens('/interventions');
    await person.reads('Download this list');
    await person.opens(`${clinic}/tidier`);
    await person.opens('/sites/northvale');
    await person.opens('/sites/northvale/alike');
    await person.reads('Tried at sites like Northvale');
    await person.reads('How we compare sites');
  },
  60_000,
);

async function brings(person: Person, text: string): Promise<void> {
  const file = { name: 'family.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await person.page.getByLabel('The file').setInputFiles(file);
  await person.button('Check the file').click();
}

/** The family of one intervention under other ids, as if it had come from elsewhere. */
async function familyOfAnotherHub(): Promise<Family> {
  const name = 'care-home-medicines-review';
  const text = await anjali.page.evaluate(
    async (address) => (await fetch(address)).text(),
    `/exports/interventions/${name}/family.json`,
  );
  const family = JSON.parse(
    text
      .replaceAll(name, 'review-from-elsewhere')
      .replace(/(version|attachment):[0-9a-f-]{36}/g, (_id, kind: string) => `${kind}:${randomUUID()}`),
  ) as Family;
  const interventions = family.interventions.map((one) => ({ ...one, title: 'A review from elsewhere' }));
  return { ...family, files: [], interventions };
}
