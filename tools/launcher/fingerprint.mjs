/** A short text that changes whenever a file that goes into the build changes. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The fingerprint of the named files and folders: of their paths and contents, tests and documents left out.
 * @param {string} base
 * @param {string[]} names relative to the base; what does not exist counts as absent
 */
export function fingerprint(base, names) {
  const hash = createHash('sha256');
  for (const file of names.flatMap((name) => filesUnder(base, name))) {
    hash.update(`${file}\0`).update(
      createHash('sha256')
        .update(readFileSync(path.join(base, file)))
        .digest(),
    );
  }
  return hash.digest('hex');
}

function filesUnder(base, name) {
  const stat = statSync(path.join(base, name), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return isSource(name) ? [name] : [];
  const children = readdirSync(path.join(base, name)).filter((child) => !child.startsWith('.'));
  return children.sort().flatMap((child) => filesUnder(base, path.posix.join(name, child)));
}

const isSource = (name) => !/\.(spec\.tsx?|md)$/.test(name);
