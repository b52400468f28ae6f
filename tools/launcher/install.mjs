/** Dependencies: installed when they are missing or differ from the lock file, left alone otherwise. */
import { accessSync, constants, readFileSync } from 'node:fs';
import os from 'node:os';
import { run, runNode } from './children.mjs';
import { lockMatches } from './lock-match.mjs';
import { inProject } from './project.mjs';
import { Refusal } from './refusal.mjs';
import { say } from './say.mjs';
import { oneAtATime } from './turn.mjs';

/** Makes sure that the packages of package-lock.json are there. */
export async function installDependencies() {
  if (isInstalled()) return;
  await oneAtATime('install', async () => {
    if (isInstalled()) return;
    say('Installing dependencies (npm ci); the first time this takes a minute or two ...');
    if ((await npmCi()) !== 0) {
      throw new Refusal('The dependencies could not be installed: see what npm says above, then try again.');
    }
  });
}

function isInstalled() {
  const lock = readJson(inProject('package-lock.json'));
  const installed = readJson(inProject('node_modules', '.package-lock.json'));
  return Boolean(lock && installed) && lockMatches(lock, installed, process);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function npmCi() {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const env = { ...process.env, ...npmCache() };
  const npm = process.env.npm_execpath;
  if (npm && /\.[cm]?js$/.test(npm)) return runNode([npm, ...args], { env });
  return run('npm', args, { env, shell: process.platform === 'win32' });
}

function npmCache() {
  const home = os.homedir();
  try {
    if (process.env.npm_config_cache) return {};
    accessSync(home, constants.W_OK);
    return {};
  } catch {
    return { npm_config_cache: inProject('.cache', 'npm') };
  }
}
