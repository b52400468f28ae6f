/** A worker on its own: works the outbox beside web processes that are started with HUB_WORKER=0. */
import { createHub, prepareDatabase, settingsFrom, watchLastResort } from '@hub/core/server';
import { plugins } from './plugins';
import { failed, progress } from './report';
import { startUpSentence } from './start-up-sentence';

async function main(): Promise<void> {
  watchLastResort();
  const settings = { ...settingsFrom(process.env), webFolder: null };
  await prepareDatabase(settings.databaseUrl, plugins);
  const hub = await createHub(plugins, settings);
  hub.startWorker();
  progress('The worker is at work');
  const close = () => void hub.close().then(() => process.exit(0));
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
}

main().catch((error: unknown) => {
  failed(startUpSentence(error, process.env));
  process.exit(1);
});
