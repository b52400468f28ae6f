/** The results of a run, in a file of their own for each size, and the page that is made of these files. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { format, resolveConfig } from 'prettier';
import { inProject } from '../../launcher/project.mjs';
import { withTables } from './page.mjs';
import { postsOf } from './world/sizes.mjs';

const page = inProject('docs', 'performance.md');
const fileOf = (size) => inProject('docs', 'bench', `${size}.json`);

/** Keeps what was measured, and renews the tables of the page. */
export async function keep(size, results) {
  mkdirSync(inProject('docs', 'bench'), { recursive: true });
  writeFileSync(fileOf(size), await pretty(JSON.stringify(results, rounded), fileOf(size)));
  writeFileSync(page, await pretty(withTables(readFileSync(page, 'utf8'), kept()), page));
}

/** The results that are kept, from the smallest network to the largest. */
export function kept() {
  return Object.keys(postsOf)
    .map(fileOf)
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')));
}

/** What a figure is worth nothing without. */
export async function machine(sql) {
  const [{ version }] = await sql("SELECT current_setting('server_version') AS version");
  const [cpu] = os.cpus();
  return {
    ...{ cpu: cpu.model, cores: os.cpus().length, memoryGb: Math.round(os.totalmem() / 2 ** 30) },
    ...{ system: `${os.platform()} ${os.arch()}`, node: process.versions.node, postgres: version },
  };
}

/** The commit that was measured; with a plus where files differed from it. */
export function commit() {
  try {
    const git = (...args) => execFileSync('git', args, { cwd: inProject(), encoding: 'utf8' }).trim();
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', 'apps', 'libs') ? '+' : ''}`;
  } catch {
    return null;
  }
}

/** Four figures are more than a shared machine can tell. */
const rounded = (_key, value) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;

async function pretty(text, filepath) {
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}
