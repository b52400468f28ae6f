/**
 * `node tools/pictures.mjs [address]`: takes the README's pictures of a hub that runs with the demonstration network. Run by hand when
 * pages have changed.
 */
import { mkdirSync, statSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser/find.mjs';
import { inProject } from './launcher/project.mjs';
import { complain, say } from './launcher/say.mjs';

const [address = 'http://127.0.0.1:3000'] = process.argv.slice(2);
const folder = inProject('docs', 'pictures');
const member = 'anjali-thornapple';
const heaviest = 200_000;

const pictures = [
  { name: 'home', at: '/', width: 1280, height: 900 },
  { name: 'intervention', at: '/interventions/breathlessness-clinic', width: 1280, height: 1450 },
  { name: 'adaptation', at: adaptation(''), width: 1280, height: 1600 },
  { name: 'compare', at: adaptation('/compare'), width: 1280, height: 1250 },
  {
    name: 'discussion-on-a-phone',
    at: '/discussions/risk-list-misses-the-people-we-worry-about',
    width: 320,
    height: 1000,
  },
];

mkdirSync(folder, { recursive: true });
const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], env: { ...process.env, ...env } });
try {
  for (const picture of pictures) await take(picture);
} finally {
  await browser.close();
}

async function take({ name, at, width, height }) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB', reducedMotion: 'reduce' });
  const signedIn = await context.request.post(`${address}/auth/demo`, { data: { member } });
  if (!signedIn.ok()) throw new Error(`Nobody can sign in at ${address}: is the demonstration network there?`);
  const page = await context.newPage();
  await page.goto(address + (typeof at === 'string' ? at : await at(page)));
  await page.locator('main h1').waitFor();
  await page.waitForLoadState('networkidle');
  const file = `${folder}/${name}.png`;
  await page.screenshot({ path: file });
  const { size } = statSync(file);
  (size > heaviest ? complain : say)(`${name}.png: ${Math.round(size / 1000)} kB`);
  await context.close();
}

/** The address of a page of the member's own site's adaptation with the most to see: the one made from the breathlessness clinic. */
function adaptation(more) {
  return async (page) => {
    const query =
      '{ intervention(slug: "breathlessness-clinic") { adaptations(first: 20) { edges { node { id } } } } }';
    const answer = await page.request.post(`${address}/graphql`, { data: { query } });
    const { data } = await answer.json();
    const ids = data.intervention.adaptations.edges.map(({ node }) => node.id);
    const id = ids.find((each) => each.startsWith('adaptation:northvale/')) ?? ids[0];
    return `/adaptations/${id.replace('adaptation:', '')}${more}`;
  };
}
