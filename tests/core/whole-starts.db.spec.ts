/** `npm start` after it was killed, with everything that it had started or alone: it starts again with no hand on it. */
import { rmSync } from 'node:fs';
import { aFreePort } from '@hub/testing';
import { createDraft, draftCalled } from '../fixtures/draft';
import { ownFolder } from './support/own-folder';
import { WholeStart } from './support/whole-start';

const member = 'anjali-thornapple';
let folder: string;
let port: number;
let running: WholeStart | null = null;

beforeAll(async () => {
  folder = ownFolder('whole-starts-');
  port = await aFreePort();
});
afterAll(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const start = () => (running = new WholeStart(port, folder));

/** What it says just before it makes, starts, migrates and fills its database. */
const moments = [
  'Starting the embedded PostgreSQL',
  'Made a new database',
  'Bringing the database up to date',
  'Loading the demonstration network',
];

it('starts after everything was killed at any moment of its first start, or while people wrote, or its launcher alone, and has all that was acknowledged, once (R4, R12)', async () => {
  for (const moment of moments) {
    const begun = start();
    await begun.says(moment);
    await begun.killAll();
  }
  const acknowledged: string[] = [];
  const first = start();
  const anjali = await first.isUsedBy(member);
  const writing = [0, 1, 2].map(async (who) => {
    for (let n = 0; ; n += 1) {
      const title = `Kept ${who} ${n}`;
      const { data } = await anjali.run(createDraft, { input: draftCalled(title) });
      if (data?.createIntervention) acknowledged.push(title);
    }
  });
  while (acknowledged.length < 12) await new Promise((resolve) => setTimeout(resolve, 5));
  await first.killAll();
  await Promise.allSettled(writing);

  await start().isUsedBy(member);
  await running?.killLauncher();
  const again = start();
  const asked = await again.isUsedBy(member);
  const { sites, node } = await asked.ok(`{ sites { totalCount }
    node(id: "site:network/northvale") { ... on Site { drafts: interventions(first: 100) { edges { node { title } } } } } }`);
  const titles = node.drafts.edges.map((edge: { node: { title: string } }) => edge.node.title);

  expect(sites.totalCount).toBe(14);
  expect(acknowledged.filter((title) => !titles.includes(title))).toEqual([]);
  expect(new Set(titles).size).toBe(titles.length);
  expect(await again.stop()).toBe(0);
}, 400_000);
