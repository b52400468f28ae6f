/** The release that runs, as the project's own package.json says. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** `unknown` where the code was taken out of its project. */
export function hubVersion(folder: string = import.meta.dirname): string {
  const file = path.join(folder, 'package.json');
  const { name, version } = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string })
    : {};
  if (name === 'vanguard-hub') return version ?? 'unknown';
  const above = path.dirname(folder);
  return above === folder ? 'unknown' : hubVersion(above);
}
