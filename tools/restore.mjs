/**
 * `npm run restore -- <file>`: puts a backup into the database that DATABASE_URL names, or into the embedded one, and its files where files
 * are kept. Refuses where there is a hub already; with `--replace` it puts the backup in its place.
 */
import path from 'node:path';
import { runOnDatabase } from './launcher/run-on-database.mjs';

runOnDatabase('restore.js', (args) => {
  const options = args.filter((arg) => arg.startsWith('--'));
  const files = args.filter((arg) => !arg.startsWith('--'));
  if (files.length !== 1 || options.some((option) => option !== '--replace'))
    return 'Say which file: npm run restore -- hub.zip, with --replace to put it in the place of a hub.';
  return [path.resolve(process.env.INIT_CWD ?? '.', files[0]), ...options];
});
