/** Takes a file of a family into the hub's database, or says what it would make (`--dry-run`), and ends: with 1 where it has a fault. */
import { readFile } from 'node:fs/promises';
import { createHub, prepareDatabase, settingsFrom } from '@hub/core/server';
import { importByHand } from '@hub/plugins/exchange/server';
import { plugins } from './plugins';
import { failed, progress } from './report';
import { startUpSentence } from './start-up-sentence';

async function main(file: string, dryRun: boolean): Promise<number> {
  const text = await readFile(file, 'utf8');
  const settings = { ...settingsFrom(process.env), webFolder: null };
  await prepareDatabase(settings.databaseUrl, plugins);
  const hub = await createHub(plugins, settings);
  const { faults, done, ...counts } = await importByHand(hub, text, dryRun).finally(() => hub.close());
  if (faults.length > 0) {
    failed([`${file} cannot be taken in, and nothing was made:`, ...faults].join('\n'));
    return 1;
  }
  const { interventions, adaptations, files, filesLeftOut, sites, people } = counts;
  progress(
    `${done ? 'Made' : 'It would make'}: ${interventions} interventions, ${adaptations} adaptations, ${files} files, ${sites} new sites, ${people} new authors.`,
  );
  if (filesLeftOut > 0)
    progress(
      `${filesLeftOut} attached files are not in the file, because they are too large for it, and are left out.`,
    );
  return 0;
}

const [file = '', ...options] = process.argv.slice(2);
main(file, options.includes('--dry-run')).then(
  (code) => process.exit(code),
  (error: unknown) => {
    failed(isMissing(error) ? `There is no file ${file} that can be read.` : startUpSentence(error, process.env));
    process.exit(1);
  },
);

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES';
}
