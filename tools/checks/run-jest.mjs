/** Runs jest on some kinds of test and reads back what came of it. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runNode } from '../launcher/children.mjs';
import { inProject } from '../launcher/project.mjs';
import { jestTotals } from './totals.mjs';

/**
 * @param {{kinds: string[], patterns: string[], env: Record<string, string>}} options
 * @returns {Promise<import('./totals.mjs').Totals>}
 */
export async function runJest({ kinds, patterns, env }) {
  const outcome = inProject('.cache', 'tests', `${kinds.join('-')}.${process.pid}.json`);
  mkdirSync(inProject('.cache', 'tests'), { recursive: true });
  const jest = [inProject('node_modules/jest/bin/jest.js'), '--selectProjects', ...kinds];
  const options = [
    ...['--maxWorkers=2', '--workerIdleMemoryLimit=1500MB', '--passWithNoTests', '--forceExit'],
    ...[`--cacheDirectory=${inProject('.cache', 'jest')}`, '--json', `--outputFile=${outcome}`],
    ...patterns.flatMap((pattern) => ['--testPathPatterns', pattern]),
  ];
  // Files come and go with all that they loaded: with room for what is young, a worker collects what is left of them less often.
  const room = '--max-semi-space-size=64';
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', room];
  const code = await runNode([...node, ...jest, ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env, NODE_ENV: 'test' },
  });
  const totals = jestTotals(read(outcome), code);
  rmSync(outcome, { force: true });
  return totals;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
