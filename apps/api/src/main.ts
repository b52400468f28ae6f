/** The hub as one process: web pages, GraphQL over HTTP and WebSocket, health, and the outbox worker; HUB_ROLE leaves out one of them. */
import {
  createHub,
  hasDemonstration,
  prepareDatabase,
  settingsFrom,
  watchLastResort,
  type Settings,
} from '@hub/core/server';
import { growSlowly } from './memory';
import { plugins } from './plugins';
import { failed, progress, ready, working } from './report';
import { signInSentence } from './sign-in-sentence';
import { startUpSentence } from './start-up-sentence';

async function main(): Promise<void> {
  growSlowly();
  const unexpected = watchLastResort();
  // Started by a launcher that has gone: there is nobody left to stop it.
  process.on('disconnect', () => void stop());
  const asked = settingsFrom(process.env);
  progress('Bringing the database up to date');
  await prepareDatabase(asked.databaseUrl, plugins);
  const settings = await withoutEmptyDemonstration(asked);
  const hub = await createHub(plugins, settings);
  stop = oncePerProcess(() => hub.close());
  hub.readUnexpected(unexpected);
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  await hub.warnOfRisks();
  await hub.listenForOperators();
  if (settings.demonstration && !isToBeEmpty) {
    progress('Loading the demonstration network, if it is not there yet');
    await hub.loadDemonstration();
  }
  if (settings.role === 'worker') {
    hub.startWorker();
    return working();
  }
  const port = await hub.listen();
  const address = `http://${settings.host}:${port}`;
  ready(address, signInSentence(settings, address));
}

const isToBeEmpty = process.env.HUB_EMPTY === '1';

/** A hub that is to stay empty is no demonstration, unless its database has the network already. */
async function withoutEmptyDemonstration(settings: Settings): Promise<Settings> {
  if (!settings.demonstration || !isToBeEmpty) return settings;
  return { ...settings, demonstration: await hasDemonstration(settings.databaseUrl) };
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
