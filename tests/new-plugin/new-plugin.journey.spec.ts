/** `npm run new-plugin` in a copy of the project: what it makes passes every check and shows up in a real browser. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createTestDatabase, openBrowser } from '@hub/testing';
import type { Browser } from 'playwright-core';
import { Person } from '../journeys/support/person';
import { CopiedHub } from './copied-hub';

const id = 'site-visits';
const folder = `libs/plugins/${id}`;
const lists = ['apps/api/src/plugins.ts', 'apps/web/src/plugins.ts'];

let copy: CopiedHub;
let types: Promise<string>;
let printed: string;

beforeAll(async () => {
  copy = CopiedHub.make();
  printed = await copy.run('tools/new-plugin.mjs', [id]);
  await copy.run('tools/generate.mjs');
  types = checkTypes();
  types.catch(() => undefined);
}, 180_000);

afterAll(async () => {
  await types?.catch(() => undefined);
  await copy?.stop();
  copy?.remove();
});

it('says what it made, and which commands come next', () => {
  for (const words of [`CREATE ${folder}/README.md`, 'npm run generate', `npm test -- ${id}`, 'npm start'])
    expect(printed).toContain(words);
});

it('leaves the project formatted, linted and freshly generated', async () => {
  await copy.run('node_modules/prettier/bin/prettier.cjs', ['--check', folder, ...lists]);
  await copy.run('node_modules/nx/dist/bin/nx.js', ['show', 'projects']);
  await copy.run('node_modules/eslint/bin/eslint.js', ['--max-warnings', '0', folder, ...lists]);
  await copy.run('tools/generate.mjs', ['--check']);
}, 180_000);

it('makes tests that pass', async () => {
  const found = await copy.run('node_modules/jest/bin/jest.js', ['--ci', folder], {
    NODE_OPTIONS: '--experimental-vm-modules',
    HUB_TEST_RUN: copy.folder,
  });
  expect(found).toMatch(/Tests: +\d+ passed, \d+ total/);
}, 180_000);

it.each([
  ['no name', []],
  ['a name that is no id', ['Site_Visits']],
  ['a plugin that exists', ['threads']],
  ['a name whose type exists', ['posts']],
  ['a name whose page exists', ['discussions']],
])('refuses %s with one sentence, and makes nothing', async (_what, args) => {
  const before = readFileSync(copy.at(lists[0] ?? ''), 'utf8');
  const refused: Error = await copy.run('tools/new-plugin.mjs', args).then(
    () => new Error('It was made.'),
    (error: Error) => error,
  );

  expect(refused.message.trim().split('\n').slice(1).filter(Boolean)).toHaveLength(1);
  expect(readFileSync(copy.at(lists[0] ?? ''), 'utf8')).toBe(before);
  expect(args.length > 0 && args[0] !== 'threads' && existsSync(copy.at('libs/plugins', args[0] ?? ''))).toBe(false);
});

it('shows up in the hub: a page, a card on an intervention, a search result', async () => {
  await copy.run('node_modules/vite/bin/vite.js', ['build', '-c', 'apps/api/vite.config.mjs']);
  await copy.run('node_modules/vite/bin/vite.js', ['build', '-c', 'apps/web/vite.config.mjs']);
  const [database, browser] = await Promise.all([createTestDatabase([], false), openBrowser()]);
  try {
    await visit(browser, await copy.start(database.url));
  } finally {
    await browser.close();
    await copy.stop();
    await database.drop();
  }
}, 240_000);

it('passes the type check', () => types, 240_000);

async function visit(browser: Browser, address: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  const anjali = await Person.open(context, address, 'anjali');
  await context.request.post(`${address}/auth/demo`, { data: { member: 'anjali-thornapple' } });

  await anjali.opens('/interventions/breathlessness-clinic');
  await anjali.reads('No site visits yet.');
  await anjali.follows(anjali.link('New site visit about this'));
  await anjali.fills('Title', 'A morning at the clinic');
  await anjali.fills('Text', 'We saw the quokka of the corridor.');
  await anjali.follows(anjali.button('Save'));
  await anjali.reads('We saw the quokka of the corridor.');

  await anjali.opens('/interventions/breathlessness-clinic');
  await anjali.reads('1 site visit');
  await anjali.follows(anjali.link('A morning at the clinic'));
  await anjali.follows(anjali.link('Site visits'));
  await anjali.link('A morning at the clinic').waitFor();

  await found(anjali, '/search?q=quokka');
  await anjali.opens('/search?q=quokka&kind=SITE_VISIT');
  await anjali.follows(anjali.link('A morning at the clinic'));
  expect(anjali.complaints).toEqual([]);
}

/** The worker indexes it a moment after it was written. */
async function found(person: Person, at: string): Promise<void> {
  for (let tries = 0; tries < 30; tries += 1) {
    await person.opens(at);
    if (await person.canRead('A morning at the clinic')) return;
  }
  throw new Error('The new site visit was not found by search.');
}

/** Of all that the two apps and the new plugin reach: what stands apart from them has not changed. */
function checkTypes(): Promise<string> {
  const options = { extends: './tsconfig.base.json', include: ['apps', folder, 'types.d.ts'] };
  writeFileSync(copy.at('tsconfig.new-plugin.json'), JSON.stringify(options));
  return copy.run('node_modules/typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.new-plugin.json']);
}
