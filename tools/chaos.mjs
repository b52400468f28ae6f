/**
 * `npm run chaos`: lets everything fail in turn while people write to a built hub in several processes, and counts afterwards what is there.
 * `-- --minutes 10` goes on for so long, `--seed 7` does what a run with that number did. Says what was done, and ends with 1 where a
 * promise was not kept.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runJest } from './checks/run-jest.mjs';
import { buildHub } from './launcher/build.mjs';
import { installDependencies } from './launcher/install.mjs';
import { end, live } from './launcher/life.mjs';
import { inProject } from './launcher/project.mjs';
import { Refusal } from './launcher/refusal.mjs';
import { say } from './launcher/say.mjs';

const report = inProject('.cache', 'chaos.txt');

function numbers() {
  try {
    const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } });
    const told = Object.values(values);
    if (told.every((text) => /^\d+(\.\d+)?$/.test(text))) return values;
  } catch {
    // Said below.
  }
  throw new Refusal('Say at most how long and which run: npm run chaos -- --minutes 10 --seed 7.');
}

live(async () => {
  const { minutes = '2', seed } = numbers();
  await installDependencies();
  await buildHub();
  mkdirSync(inProject('.cache'), { recursive: true });
  rmSync(report, { force: true });
  say(`Everything fails for ${minutes} minutes ...`);
  const env = { CHAOS_MINUTES: minutes, CHAOS_REPORT: report, ...(seed ? { CHAOS_SEED: seed } : {}) };
  const { passed, failed } = await runJest({ kinds: ['journeys'], patterns: ['chaos.journey'], env });
  say(readFileSync(report, 'utf8'));
  const isKept = failed === 0 && passed > 0;
  return end(isKept ? 0 : 1, isKept ? 'Every promise was kept.' : 'A promise was not kept: see above.');
});
