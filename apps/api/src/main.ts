/** The hub as one process: web pages, GraphQL over HTTP and WebSocket, health, and the outbox worker. */
import { createHub, prepareDatabase, settingsFrom } from '@hub/core/server';
import { plugins } from './plugins';
import { failed, progress, ready } from './report';
import { signInSentence } from './sign-in-sentence';
import { startUpSentence } from './start-up-sentence';

async function main(): Promise<void> {
  // Started by a launcher that has gone: there is nobody left to stop it.
  process.on('disconnect', () => void stop());
  const settings = settingsFrom(process.env);
  progress('Bringing the database up to date');
  await prepareDatabase(settings.databaseUrl, plugins);
  const hub = await createHub(plugins, settings);
  stop = oncePerProcess(() => hub.close());
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  if (settings.demonstration && process.env.HUB_EMPTY !== '1') {
    progress('Loading the demonstration network, if it is not there yet');
    await hub.loadDemonstration();
  }
  const port = await hub.listen();
  ready(`http://${settings.host}:${port}`, signInSentence(settings, process.env.HUB_EMPTY === '1'));
}

let stop: () => Promise<void> = () => Promise.resolve(process.exit(0));

/** Closes once, and ends the process by how that went. */
function oncePerProcess(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | null = null;
  return () =>
    (closing ??= close().then(
      () => process.exit(0),
      () => process.exit(1),
    ));
}

main().catch((error: unknown) => {
  failed(startUpSentence(error, process.env));
  process.exit(1);
});
