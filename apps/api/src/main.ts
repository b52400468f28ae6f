/** The hub as one process: web pages, GraphQL over HTTP and WebSocket, health, and the outbox worker. */
import { createHub, prepareDatabase, settingsFrom } from '@hub/core/server';
import { plugins } from './plugins';
import { failed, progress, ready } from './report';
import { startUpSentence } from './start-up-sentence';

async function main(): Promise<void> {
  const settings = settingsFrom(process.env);
  progress('Bringing the database up to date');
  await prepareDatabase(settings.databaseUrl, plugins);
  const hub = await createHub(plugins, settings);
  if (settings.demonstration && process.env.HUB_EMPTY !== '1') {
    progress('Loading the demonstration network, if it is not there yet');
    await hub.loadDemonstration();
  }
  const port = await hub.listen();
  ready(`http://${settings.host}:${port}`);

  let closing = false;
  const close = () => {
    if (closing) return;
    closing = true;
    void hub.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
  process.on('disconnect', close);
}

main().catch((error: unknown) => {
  failed(startUpSentence(error, process.env));
  process.exit(1);
});
