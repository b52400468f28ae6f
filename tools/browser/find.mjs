/** Which browser the journeys run in: the one named, an installed one, Playwright's own, or the one among the packages. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../launcher/refusal.mjs';
import { isUnpacked, unpackedBrowser } from './unpacked.mjs';

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Finds the browser. Refuses when there is none, or when HUB_CHROMIUM names one that is not there.
 * @returns {Promise<{executablePath: string, env: Record<string, string>}>} `env` is what only the browser may be given
 */
export async function findBrowser() {
  const named = process.env.HUB_CHROMIUM;
  if (named && !existsSync(named)) throw new Refusal(`HUB_CHROMIUM names ${named}, which is not there.`);
  if (named && !isUnpacked(named)) return { executablePath: named, env: {} };
  const own = named ? undefined : (installedBrowser() ?? (await playwrightsBrowser()));
  return own ? { executablePath: own, env: {} } : unpackedBrowser();
}

function installedBrowser() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidates = [...folders.flatMap((folder) => names.map((name) => path.join(folder, name))), ...places];
  return candidates.find((file) => existsSync(file) && answers(file));
}

async function playwrightsBrowser() {
  const { chromium } = await import('playwright-core');
  const file = chromium.executablePath();
  return file && existsSync(file) && answers(file) ? file : undefined;
}

/** Some systems have a stub that only tells how to install the browser. */
function answers(file) {
  const trial = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 10_000 });
  return trial.status === 0 && /chrom/i.test(trial.stdout);
}
