/** Puts a backup into the hub's database and files, all of it or nothing, and ends. `--replace` puts it in the place of a hub. */
import { backupKeys, restore, settingsFrom, type Manifest, type Settings } from '@hub/core/server';
import { keptFiles } from '@hub/plugins/files/server';
import { backupSentence, whatIsIn } from './backup-sentences';
import { plugins } from './plugins';
import { failed, progress } from './report';

async function main(file: string, replace: boolean): Promise<void> {
  const settings = settingsFrom(process.env);
  const manifest = await restore(settings.databaseUrl, file, {
    ...{ plugins, replace, files: keptFiles(settings.files), keys: backupKeys(process.env) },
  });
  progress(`${whatIsIn(manifest)}, as of ${manifest.madeAt}: each compared with what the backup says of it`);
  if (!knowsKey(settings, manifest))
    progress(
      `Its secrets are sealed with a key that is not set here (${manifest.secretKey}): set that as HUB_SECRET_KEY, or put it into the file secret-key of the data folder, before the hub starts.`,
    );
}

function knowsKey({ secretKeys: { current, former } }: Settings, { secretKey }: Manifest): boolean {
  return secretKey === null || [current, ...former].some((key) => key?.id === secretKey);
}

const [file = '', ...options] = process.argv.slice(2);
main(file, options.includes('--replace')).then(
  () => process.exit(0),
  (error: unknown) => {
    failed(backupSentence(error, process.env));
    process.exit(1);
  },
);
