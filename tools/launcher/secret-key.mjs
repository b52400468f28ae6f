/** The key under which the hub keeps secrets: the person's own, or beside the embedded database one that is made at the first start. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The file in the data folder. */
export const keyFile = 'secret-key';

/**
 * What HUB_SECRET_KEY is to be. With a database of the person's own it is theirs to set, because several hubs may share that database.
 * @param {{dataFolder: string, databaseUrl?: string | undefined}} settings
 * @param {Record<string, string | undefined>} env
 * @returns {string | undefined}
 */
export function secretKey({ dataFolder, databaseUrl }, env) {
  if (env.HUB_SECRET_KEY || databaseUrl) return env.HUB_SECRET_KEY;
  const file = path.join(dataFolder, keyFile);
  mkdirSync(dataFolder, { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
