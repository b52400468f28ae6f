/** `npm test` from the first check to its last line. */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildHub, nx } from '../launcher/build.mjs';
import { endAll, runNode } from '../launcher/children.mjs';
import { installDependencies } from '../launcher/install.mjs';
import { inProject } from '../launcher/project.mjs';
import { sentenceFor } from '../launcher/refusal.mjs';
import { complain, say } from '../launcher/say.mjs';
import { onStop } from '../launcher/stop-signals.mjs';
import { runJest } from './run-jest.mjs';
import { closingLine, nothing, oneCheck, sum } from './totals.mjs';

const longest = 44 * 60_000;

/** Those of a row run at the same time: each has work for one processor. */
const checks = [
  [
    ['generated files are fresh', () => runNode([inProject('tools/generate.mjs'), '--check'])],
    ['types', () => nx(['run', 'hub:typecheck'])],
    ['lint and module boundaries', () => nx(['run', 'hub:lint'])],
  ],
  [['builds', () => buildHub().then(() => 0)]],
];

const jestRuns = [['unit', 'components', 'database'], ['journeys']];

let stopped = false;

/**
 * Runs everything, or with patterns only the test files whose path matches one. Ends the process.
 * @param {string[]} patterns
 */
export async function runTests(patterns) {
  onStop(() => stopEarly('The tests were stopped.'));
  setTimeout(() => stopEarly('The tests took too long and were stopped.'), longest).unref();
  const totals = [];
  try {
    await installDependencies();
    if (patterns.length === 0) totals.push(...(await inTurn(checks.map((row) => () => runChecks(row)))));
    totals.push(await runWithDatabase(patterns));
  } catch (error) {
    complain(sentenceFor(error));
    totals.push(oneCheck(false));
  }
  finish(stopped ? [...totals, oneCheck(false)] : totals);
}

async function runChecks(row) {
  return sum(await Promise.all(row.map(([name, run]) => runCheck(name, run))));
}

async function runCheck(name, run) {
  if (stopped) return nothing;
  say(`\nCheck: ${name} ...`);
  const code = await run().catch(failure);
  say(`Check: ${name} ${code === 0 ? 'passed' : 'FAILED'}`);
  return oneCheck(code === 0);
}

function failure(error) {
  complain(sentenceFor(error));
  return 1;
}

async function runWithDatabase(patterns) {
  if (stopped) return nothing;
  say('\nStarting a throw-away PostgreSQL and finding a browser ...');
  const { openTestDatabase } = await import('./test-database.mjs');
  const { findBrowser } = await import('../browser/find.mjs');
  const database = await openTestDatabase();
  try {
    const browser = await findBrowser();
    // One mark for both runs of jest, so that the second finds the filled databases of the first.
    const env = {
      HUB_TEST_RUN: String(process.pid),
      HUB_TEST_DATABASE_URL: database.url,
      HUB_CHROMIUM: browser.executablePath,
    };
    const runs = jestRuns.map((kinds) => () => (stopped ? nothing : runJest({ kinds, patterns, env })));
    return sum(await inTurn(runs));
  } finally {
    await database.close();
    // What the hubs of the run kept of files: `testFilesFolder` in libs/testing.
    rmSync(path.join(tmpdir(), `hub-test-files-${process.pid}`), { recursive: true, force: true });
  }
}

async function inTurn(tasks) {
  const results = [];
  for (const task of tasks) results.push(await task());
  return results;
}

async function stopEarly(sentence) {
  stopped = true;
  complain(sentence);
  await endAll();
}

function finish(totals) {
  const total = sum(totals);
  say(`\n${closingLine(total)}`);
  process.exit(total.failed > 0 ? 1 : 0);
}
