/** The real browser of the journeys. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';

const finder = fileURLToPath(new URL('../../tools/browser.mjs', import.meta.url));

/** Only what a container needs, and no errands of the browser's own on the network. */
const flags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-pings',
];

/** Whether whoever runs the journeys wants to look at their pages afterwards. */
export const arePicturesWanted = Boolean(process.env.HUB_TEST_PICTURES);

interface FoundBrowser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Starts a browser: the one HUB_CHROMIUM names, an installed one, or the one among the packages (unpacked the first time).
 * Rejects with one sentence when there is none. The caller closes it.
 */
export async function openBrowser(): Promise<Browser> {
  // Loaded here: it is large, and most tests that use this room open no browser.
  const [{ chromium }, { executablePath, env }] = await Promise.all([import('playwright-core'), findBrowser()]);
  return chromium.launch({ executablePath, args: flags, env: { ...definedVariables(), ...env } });
}

async function findBrowser(): Promise<FoundBrowser> {
  const { stdout } = await promisify(execFile)(process.execPath, [finder]);
  return JSON.parse(stdout) as FoundBrowser;
}

function definedVariables(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
