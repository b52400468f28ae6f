/** The API of `npm run dev`: built again whenever its sources change, and restarted on what came out. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startApi, stopApi } from './api.mjs';
import { closeAtEnd } from './life.mjs';
import { inProject } from './project.mjs';
import { sentenceFor } from './refusal.mjs';
import { complain, say } from './say.mjs';

const folder = inProject('dist', 'dev-api');

/** Starts watching. Resolves when the first build is running; a later one that fails leaves the last good one running. */
export async function watchApi(env) {
  const { build } = await import('vite');
  const restart = restarter(env);
  const watcher = await build({
    configFile: inProject('apps/api/vite.config.mjs'),
    logLevel: 'warn',
    mode: 'development',
    build: { watch: {}, outDir: folder },
  });
  closeAtEnd(Promise.resolve(watcher), (opened) => Promise.race([opened.close(), sleep(1000)]));
  await new Promise((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') complain(`The API could not be built: ${event.error.message}`);
      if (event.code === 'BUNDLE_END') restart().then(resolve);
    });
  });
}

/** Restarts one after the other, so that there is never more than one API. */
function restarter(env) {
  let api;
  let turn = Promise.resolve();
  closeAtEnd(Promise.resolve(true), () => turn.then(() => api && stopApi(api)));
  return () => {
    turn = turn.then(async () => {
      if (api) await stopApi(api);
      api = startApi({ entry: `${folder}/main.js`, options: ['--enable-source-maps'], env, onProgress: say });
      await api.ready.then(
        () => say('The API is running.'),
        (error) => complain(sentenceFor(error)),
      );
    });
    return turn;
  };
}
