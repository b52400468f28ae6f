/** Folders of single test files. */
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { makeOpenFolder } from '../../../tools/postgres/folders.mjs';

const testsFolder = path.resolve(import.meta.dirname, '../../../.cache/tests');

/** Makes one that the account of PostgreSQL can enter, too. The caller removes it. */
export function ownFolder(prefix: string): string {
  makeOpenFolder(testsFolder);
  const folder = mkdtempSync(path.join(testsFolder, prefix));
  makeOpenFolder(folder);
  return folder;
}
