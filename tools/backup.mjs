/**
 * `npm run backup`: writes the database that DATABASE_URL names, or the embedded one, and the files that people attached, to one file, while
 * the hub goes on. `npm run backup -- <file>` says which file; otherwise it is a new one in `backups` of the data folder. With `--encrypt` it
 * writes none that is not encrypted; `--new-key` writes nothing, and makes a pair of keys for that.
 */
import path from 'node:path';
import { installDependencies } from './launcher/install.mjs';
import { end, live } from './launcher/life.mjs';
import { runOnDatabase } from './launcher/run-on-database.mjs';

const isClosed = Boolean(process.env.HUB_BACKUP_RECIPIENTS || process.env.HUB_BACKUP_PASSPHRASE);
const named = () => `backups/hub-${new Date().toISOString().replace(/:|\.\d+/g, '')}.zip${isClosed ? '.age' : ''}`;

function backUp() {
  return runOnDatabase('backup.js', (args, { dataFolder }) => {
    const options = args.filter((arg) => arg.startsWith('--'));
    const [file, ...more] = args.filter((arg) => !arg.startsWith('--'));
    if (more.length > 0 || options.some((option) => option !== '--encrypt'))
      return 'Say at most which file, and --encrypt: npm run backup -- hub.zip.age --encrypt';
    const place = file ? path.resolve(process.env.INIT_CWD ?? '.', file) : path.join(dataFolder, named());
    return [place, ...options];
  });
}

function makeKeys() {
  return live(async () => {
    await installDependencies();
    const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
    const identity = await generateX25519Identity();
    console.log(`HUB_BACKUP_RECIPIENTS=${await identityToRecipient(identity)}`);
    console.log(`HUB_BACKUP_IDENTITY=${identity}`);
    return end(0, 'Set the first where backups are made. Keep the second elsewhere: only what has it opens them.');
  });
}

if (process.argv.slice(2).join() === '--new-key') makeKeys();
else backUp();
