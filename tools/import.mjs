/**
 * `npm run import -- family.json`: takes a family of another hub into DATABASE_URL, or into the embedded database. With `--dry-run` it says
 * what would be made. A file with a fault makes nothing, names each fault by its place, and ends with 1.
 */
import path from 'node:path';
import { apiEnvironment } from './launcher/api.mjs';
import { buildHub } from './launcher/build.mjs';
import { runNode } from './launcher/children.mjs';
import { openHubDatabase } from './launcher/hub-database.mjs';
import { end, live } from './launcher/life.mjs';
import { inProject, readSettings } from './launcher/project.mjs';

live(async () => {
  const args = process.argv.slice(2);
  const file = args.find((arg) => !arg.startsWith('--'));
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--dry-run');
  if (!file || unknown)
    return end(1, 'Say which file: npm run import -- family.json, with --dry-run to see what it would make.');
  const settings = readSettings(process.env, []);
  const [{ url }] = await Promise.all([openHubDatabase(settings), buildHub()]);
  const place = path.resolve(process.env.INIT_CWD ?? '.', file);
  const options = args.filter((arg) => arg === '--dry-run');
  const code = await runNode(['--enable-source-maps', inProject('dist/apps/api/import.js'), place, ...options], {
    env: { ...process.env, ...apiEnvironment(settings, url) },
  });
  return end(code, code === 0 ? 'Done.' : 'Nothing was made.');
});
