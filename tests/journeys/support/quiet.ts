/**
 * When a page has all that it asked for: nothing is on its way, no part says that it is busy (React shows what has come up to
 * 300 ms later), and it has no work left that could ask for more.
 */
import type { Page, Request } from 'playwright-core';

/** These stay open. */
const live: ReadonlySet<string> = new Set(['websocket', 'eventsource']);
const timesInARow = 3;
const longestMs = 15_000;

export class Quiet {
  private readonly onTheirWay = new Set<Request>();

  constructor(private readonly page: Page) {
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) this.onTheirWay.clear();
      if (!live.has(request.resourceType())) this.onTheirWay.add(request);
    });
    // An answer that says no is not always read to its end, and then never finishes.
    page.on('response', (response) => response.ok() || this.onTheirWay.delete(response.request()));
    page.on('requestfinished', (request) => this.onTheirWay.delete(request));
    page.on('requestfailed', (request) => this.onTheirWay.delete(request));
  }

  /** Waits until it is so. What has only just come makes scripts run, which may ask for more: it is looked at some times in a row. */
  async waits(): Promise<void> {
    const end = Date.now() + longestMs;
    for (let quiet = 0; quiet < timesInARow;) {
      if (Date.now() > end)
        throw new Error(`Still on its way: ${[...this.onTheirWay].map((it) => it.url()).join(' ')}`);
      // It may go on to another page meanwhile.
      const isIdle = await this.page.evaluate(untilIdle).catch(() => false);
      quiet = isIdle && this.onTheirWay.size === 0 ? quiet + 1 : 0;
    }
  }
}

/** Runs in the page. Whether no part of it was busy when its work was done. */
function untilIdle(): Promise<boolean> {
  return new Promise((done) => {
    const looks = () => done(document.querySelector('[aria-busy="true"]') === null);
    requestAnimationFrame(() => requestIdleCallback(() => setTimeout(looks, 10), { timeout: 1000 }));
  });
}
