/** Writes a backup of the hub's database and files to a new file, while the hub goes on, and ends. */
import { stat } from 'node:fs/promises';
import { backUp, backupKeys, BackupRefused, canSeal, openSnapshot, settingsFrom } from '@hub/core/server';
import { keptFiles } from '@hub/plugins/files/server';
import { backupSentence, whatIsIn } from './backup-sentences';
import { plugins } from './plugins';
import { failed, progress } from './report';

async function main(file: string, mustEncrypt: boolean): Promise<void> {
  const settings = settingsFrom(process.env);
  const keys = backupKeys(process.env);
  if (mustEncrypt && !canSeal(keys))
    throw new BackupRefused('There is no key to encrypt with: set HUB_BACKUP_RECIPIENTS or HUB_BACKUP_PASSPHRASE.');
  let removed = 0;
  const snapshot = await openSnapshot(settings.databaseUrl);
  const manifest = await backUp(snapshot, settings.databaseUrl, file, {
    ...{ plugins, keys, files: keptFiles(settings.files), secretKey: settings.secretKeys.current?.id ?? null },
    onRemoved: () => (removed += 1),
  }).finally(() => void snapshot.close());
  const { size } = await stat(file);
  progress(`${whatIsIn(manifest)}: ${Math.ceil(size / 1024)} KB in ${file}`);
  if (removed > 0) progress(`${removed} files were removed meanwhile and are not in it.`);
  progress(
    canSeal(keys)
      ? 'It is encrypted. What opens it is not in it, nor is the secret key of the hub: keep each somewhere else.'
      : 'It is not encrypted, and the secret key is not in it: keep both apart, and neither on this machine alone.',
  );
}

const [file = '', ...options] = process.argv.slice(2);
main(file, options.includes('--encrypt')).then(
  () => process.exit(0),
  (error: unknown) => {
    failed(backupSentence(error, process.env));
    process.exit(1);
  },
);
