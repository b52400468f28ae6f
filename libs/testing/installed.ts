/** Servers that tests need and packages do not bring: one that is installed, or else Debian's package, installed where that may be done. */
import { spawnSync } from 'node:child_process';

export interface Wanted {
  /** What the program may be called, the best first. */
  readonly names: readonly string[];
  /** What makes it say its version and end. */
  readonly version: string;
  readonly debian: string;
  /** What it is called in a sentence. */
  readonly called: string;
}

export interface Installed {
  readonly file: string | null;
  /** For the name of what is left out: empty where there is one. */
  readonly why: string;
}

/** Finds the program, and tries to install it where there is none. Says why there is none in the end. */
export function findInstalled(wanted: Wanted): Installed {
  const file = answering(wanted) ?? (install(wanted) ? answering(wanted) : null);
  return { file, why: file ? '' : ` (left out: no ${wanted.called} is installed here, and none could be)` };
}

function answering({ names, version }: Wanted): string | null {
  return names.find((name) => spawnSync(name, [version], { timeout: 10_000 }).status === 0) ?? null;
}

/** Once, and once more with fresh lists. Others who install something at this moment are waited for. */
function install({ debian }: Wanted): boolean {
  const packages = ['install', '-y', '--no-install-recommends', debian];
  return aptGet(packages) || (aptGet(['update']) && aptGet(packages));
}

function aptGet(more: readonly string[]): boolean {
  const [command = '', ...first] = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const patience = ['-o', 'DPkg::Lock::Timeout=60', '-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=10'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, [...first, ...patience, ...more], { env, timeout: 120_000, stdio: 'ignore' }).status === 0;
}
