/** `npm start` from the first check to the last word. */
import { setTimeout as sleep } from 'node:timers/promises';
import { apiEnvironment, startApi, stopApi } from './api.mjs';
import { refuseUnwritable } from '../postgres/folders.mjs';
import { buildHub } from './build.mjs';
import { openHubDatabase } from './hub-database.mjs';
import { installDependencies } from './install.mjs';
import { closeAtEnd, end, live } from './life.mjs';
import { refuseBusyPort } from './ports.mjs';
import { readSettings } from './project.mjs';
import { say } from './say.mjs';
import { welcome } from './welcome.mjs';

/** Brings the hub up and keeps it up until it is stopped. */
export const runHub = () => live(bringUp);

async function bringUp() {
  const settings = readSettings(process.env, process.argv.slice(2));
  if (settings.role !== 'worker') await refuseBusyPort(settings.port, settings.host);
  if (!settings.databaseUrl) refuseUnwritable(settings.dataFolder);
  await installDependencies();
  const [database] = await Promise.all([openHubDatabase(settings), buildHub()]);
  say('Starting the hub ...');
  const api = startApi({ env: apiEnvironment(settings, database.url), onProgress: say });
  closeAtEnd(Promise.resolve(api), stopApi);
  const { address, signIn } = await api.ready;
  say(welcome({ address, signIn, folder: database.folder, demo: settings.demo === '1' && !settings.empty }));
  await api.ended;
  await sleep(500);
  await end(1, 'The hub ended unexpectedly: see the lines above, then run npm start again.');
}
