/** The names of tests as they are written: what the pages that map promises to tests are held against. */
import { readFileSync } from 'node:fs';

/** The titles of the tests and groups in a spec, in its order. */
export function titlesIn(file: string): string[] {
  const titles = readFileSync(file, 'utf8').matchAll(
    /(?:\b(?:it|describe)|\))\(\s*(?:'((?:[^'\\\n]|\\.)+)'|"([^"\n]+)"|`([^`]+)`)/g,
  );
  return [...titles].map(([, single, double, template]) => single ?? double ?? template ?? '');
}
