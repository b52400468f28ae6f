/**
 * `npm run backup`: writes the database that DATABASE_URL names, or the embedded one, and the files that people attached, to one file, while
 * the hub goes on. `npm run backup -- <file>` says which file; otherwise it is a new one in `backups` of the data folder.
 */
import path from 'node:path';
import { runOnDatabase } from './launcher/run-on-database.mjs';

const named = () => `backups/hub-${new Date().toISOString().replace(/:|\.\d+/g, '')}.zip`;

runOnDatabase('backup.js', ([file, ...more], { dataFolder }) => {
  if (file?.startsWith('--') || more.length > 0) return 'Say at most which file: npm run backup -- hub.zip';
  return [file ? path.resolve(process.env.INIT_CWD ?? '.', file) : path.join(dataFolder, named())];
});
