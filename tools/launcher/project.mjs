/** Where the project is and what the person asked for in the environment and on the command line. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The address of a file of the project, from its parts. */
export const inProject = (...parts) => path.join(root, ...parts);

/**
 * Reads the settings, with their defaults. Refuses a port that is not one.
 * @param {Record<string, string | undefined>} env
 * @param {string[]} args
 */
export function readSettings(env, args) {
  const external = env.DATABASE_URL || undefined;
  return {
    port: readPort(env.PORT || '3000'),
    host: env.HOST || '127.0.0.1',
    dataFolder: path.resolve(root, env.HUB_DATA_DIR || '.data'),
    databaseUrl: external,
    demo: env.HUB_DEMO || (external ? '0' : '1'),
    role: env.HUB_ROLE || 'all',
    empty: args.includes('--empty') || env.HUB_EMPTY === '1',
  };
}

function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new Refusal(`PORT must be a number from 0 to 65535, but it is "${text}".`);
}
