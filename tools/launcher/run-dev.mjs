/** `npm run dev` from the first check to the last word: pages by Vite, the API rebuilt and restarted on every change. */
import { setTimeout as sleep } from 'node:timers/promises';
import { refuseUnwritable } from '../postgres/folders.mjs';
import { apiEnvironment } from './api.mjs';
import { watchApi } from './dev-api.mjs';
import { openHubDatabase } from './hub-database.mjs';
import { installDependencies } from './install.mjs';
import { closeAtEnd, live } from './life.mjs';
import { freePort, refuseBusyPort } from './ports.mjs';
import { inProject, readSettings } from './project.mjs';
import { say } from './say.mjs';
import { welcome } from './welcome.mjs';

/** Brings the hub up for a developer and keeps it up until it is stopped. */
export const runDev = () => live(bringUp);

async function bringUp() {
  const settings = readSettings(process.env, process.argv.slice(2));
  await refuseBusyPort(settings.port, settings.host);
  if (!settings.databaseUrl) refuseUnwritable(settings.dataFolder);
  await installDependencies();
  const database = await openHubDatabase(settings);
  const apiPort = await freePort(settings.port + 1);
  const env = {
    ...apiEnvironment({ ...settings, port: apiPort, host: '127.0.0.1' }, database.url),
    ...forDevelopers(settings),
  };
  await watchApi(env);
  const address = await servePages(settings, `http://127.0.0.1:${apiPort}`);
  say(welcome({ address, folder: database.folder, demo: settings.demo === '1' && !settings.empty }));
}

const forDevelopers = ({ port }) => ({
  NODE_ENV: 'development',
  HUB_INTROSPECTION: '1',
  HUB_WEB_FOLDER: undefined,
  HUB_PUBLIC_URL: process.env.HUB_PUBLIC_URL || `http://127.0.0.1:${port}`,
});

async function servePages({ port, host }, api) {
  const { createServer } = await import('vite');
  const own = process.listeners('SIGTERM');
  const toApi = { target: api, headers: { origin: api } };
  const server = await createServer({
    configFile: inProject('apps/web/vite.config.mjs'),
    server: {
      port,
      host,
      strictPort: true,
      proxy: { '/graphql': { ...toApi, ws: true }, '/auth': toApi, '/health': toApi },
    },
  });
  closeAtEnd(Promise.resolve(server), (opened) => Promise.race([opened.close(), sleep(1000)]));
  await server.listen();
  keepOnly(own);
  return `http://${host}:${port}`;
}

/** Vite would end the process by itself at once; the database and the API have to be closed first. */
function keepOnly(own) {
  for (const listener of process.listeners('SIGTERM')) if (!own.includes(listener)) process.off('SIGTERM', listener);
  process.stdin.removeAllListeners('end');
}
