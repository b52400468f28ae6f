/** What axe finds wrong with a page as it stands, by WCAG 2.2 AA. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Axe comes with each document of a page from now on: to send it over when it is asked takes nearly as long as its rules do. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript(await source);
}

/**
 * A line for each rule that is violated, with the elements. Axe is asked itself: the package that joins it to Playwright brings it anew for
 * every question and fetches what is right too, which takes three times as long as the rules do.
 */
export async function violationsOf(page: Page, colours = isFirstLookAt(page)): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source);
  return page.evaluate(violations, {
    runOnly: { type: 'tag', values: tags },
    rules: { 'color-contrast': { enabled: colours } },
    resultTypes: ['violations'],
  } satisfies RunOptions);
}

/** Runs in the page, but not in frames of it that are a sandbox: no script runs there, and axe would wait for one in vain. */
async function violations(options: RunOptions): Promise<string[]> {
  const { axe } = window as unknown as { axe: typeof import('axe-core') };
  const found = await axe.run({ exclude: ['iframe[sandbox]'] }, options);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Colours are those of the design system whatever a page holds, and to compare them takes longest: once for each page and width. */
function isFirstLookAt(page: Page): boolean {
  const key = `${new URL(page.url()).pathname} ${page.viewportSize()?.width}`;
  return !lookedAt.has(key) && Boolean(lookedAt.add(key));
}
const lookedAt = new Set<string>();
