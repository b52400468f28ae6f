/** The API process: started with its settings in the environment, heard through messages, ended politely. */
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { start } from './children.mjs';
import { inProject } from './project.mjs';
import { Refusal } from './refusal.mjs';
import { secretKey } from './secret-key.mjs';

/**
 * How the C library keeps memory: in two places for all threads, and what is free at the end of one is given back. Left to itself it keeps
 * as much as was ever needed at once, which is while the hub starts. Images set the same.
 */
export const memoryEnvironment = Object.freeze({ MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' });

/**
 * Starts the built API. It sends `{type: 'progress', text}`, then `{type: 'ready', address}` (a worker has none) or `{type: 'failed', sentence}`.
 * Its log goes where the tool's own errors go, or line by line to `onLog`.
 * @param {{entry?: string, options?: readonly string[], env: Record<string, string | undefined>, onProgress: (text: string) => void, onLog?: (line: string) => void}} options
 * @returns {{child: import('node:child_process').ChildProcess, ready: Promise<{address?: string, signIn?: string}>, ended: Promise<unknown>}}
 */
export function startApi({ entry = inProject('dist/apps/api/main.js'), options = [], env, onProgress, onLog }) {
  const child = start(process.execPath, [...options, entry], {
    stdio: ['ignore', 'inherit', onLog ? 'pipe' : 'inherit', 'ipc'],
    env: { ...memoryEnvironment, ...process.env, ...env },
  });
  if (onLog) createInterface(child.stderr).on('line', onLog);
  const ready = new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (message?.type === 'progress') onProgress(message.text);
      if (message?.type === 'ready') resolve(message);
      if (message?.type === 'failed') reject(new Refusal(message.sentence));
    });
    child.ended.then(() => reject(new Refusal('The hub ended before it was ready: see the lines above.')));
  });
  ready.catch(() => undefined);
  return { child, ready, ended: child.ended };
}

/** What the API is told through its environment. */
export function apiEnvironment(settings, databaseUrl) {
  return {
    DATABASE_URL: databaseUrl,
    PORT: String(settings.port),
    HOST: settings.host,
    HUB_DEMO: settings.demo,
    HUB_EMPTY: settings.empty ? '1' : '0',
    HUB_DATA_DIR: settings.dataFolder,
    HUB_SECRET_KEY: secretKey(settings, process.env),
    HUB_WEB_FOLDER: process.env.HUB_WEB_FOLDER || inProject('dist/apps/web'),
    NODE_ENV: 'production',
  };
}

/** Ends the API: asks, waits ten seconds, insists. */
export async function stopApi(api) {
  api.child.kill('SIGTERM');
  const gone = await Promise.race([api.ended.then(() => true), sleep(10_000, false, { ref: false })]);
  if (gone) return;
  api.child.kill('SIGKILL');
  await api.ended;
}
