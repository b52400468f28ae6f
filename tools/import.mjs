/**
 * `npm run import -- family.json`: takes a family of another hub into DATABASE_URL, or into the embedded database. With `--dry-run` it says
 * what would be made. A file with a fault makes nothing, names each fault by its place, and ends with 1.
 */
import path from 'node:path';
import { runOnDatabase } from './launcher/run-on-database.mjs';

const read = (args) => {
  const file = args.find((arg) => !arg.startsWith('--'));
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--dry-run');
  if (!file || unknown)
    return 'Say which file: npm run import -- family.json, with --dry-run to see what it would make.';
  return [path.resolve(process.env.INIT_CWD ?? '.', file), ...args.filter((arg) => arg === '--dry-run')];
};

runOnDatabase('import.js', read, 'Nothing was made.');
