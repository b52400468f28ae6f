/** Runs one of the API's commands on the hub's database: the one that DATABASE_URL names, or the embedded one, which is opened for it. */
import { apiEnvironment } from './api.mjs';
import { buildHub } from './build.mjs';
import { runNode } from './children.mjs';
import { openHubDatabase } from './hub-database.mjs';
import { end, live } from './life.mjs';
import { inProject, readSettings } from './project.mjs';

/**
 * @param {string} command its file among the built ones
 * @param {(args: string[], settings: ReturnType<typeof readSettings>) => string[] | string} read what it is told; a sentence instead ends with 1
 * @param {string} [otherwise] what is said when it fails, after its own words
 */
export function runOnDatabase(command, read, otherwise = 'Nothing was changed.') {
  return live(async () => {
    const settings = readSettings(process.env, []);
    const args = read(process.argv.slice(2), settings);
    if (typeof args === 'string') return end(1, args);
    const [{ url }] = await Promise.all([openHubDatabase(settings), buildHub()]);
    const code = await runNode([inProject('dist/apps/api', command), ...args], {
      env: { ...process.env, ...apiEnvironment(settings, url) },
    });
    return end(code, code === 0 ? 'Done.' : otherwise);
  });
}
