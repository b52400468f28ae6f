/** Lets one process at a time install or build in this folder, and the others wait for it. */
import { closeSync, mkdirSync, openSync, rmSync, statSync, utimesSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inProject } from './project.mjs';
import { say } from './say.mjs';

const beat = 1000;
const abandoned = 10 * beat;

/**
 * Does the work while holding the named turn. The turn is a file kept fresh; one that is no longer kept fresh was left by a process that died.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneAtATime(name, work) {
  const file = inProject('.cache', `${name}.turn`);
  mkdirSync(inProject('.cache'), { recursive: true });
  await takeTurn(file, name);
  const keeper = setInterval(() => touch(file), beat);
  try {
    return await work();
  } finally {
    clearInterval(keeper);
    rmSync(file, { force: true });
  }
}

async function takeTurn(file, name) {
  let told = false;
  while (!claim(file)) {
    if (Date.now() - lastTouched(file) > abandoned) rmSync(file, { force: true });
    else await sleep(200);
    if (!told) say(`Waiting for another process of this folder to finish (${name}) ...`);
    told = true;
  }
}

function claim(file) {
  try {
    closeSync(openSync(file, 'wx'));
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

const touch = (file) => ignoreMissing(() => utimesSync(file, new Date(), new Date()));

const lastTouched = (file) => ignoreMissing(() => statSync(file).mtimeMs) ?? Date.now();

function ignoreMissing(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
