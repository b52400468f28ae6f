/** The world of a journey: the whole hub on the demonstration network, its worker at work, and people in real browser windows. */
import path from 'node:path';
import { createTestHub, openBrowser, type TestHub } from '@hub/testing';
import type { Browser } from 'playwright-core';
import { Lines } from './lines';
import { Person } from './person';

/** What `npm test` has built; another build can be named while pages are worked on. */
const webFolder = process.env.HUB_TEST_WEB_FOLDER ?? path.resolve(import.meta.dirname, '../../../dist/apps/web');

export const widths = { phone: 320, desk: 1280 } as const;

export class World {
  readonly lines: Lines;
  private readonly people: Person[] = [];

  private constructor(
    readonly hub: TestHub,
    private readonly browser: Browser,
  ) {
    this.lines = new Lines(hub.hub.app.getHttpServer());
  }

  /** Starts it, with the demonstration network unless it is to be empty. Close it in afterAll. */
  static async open(env: Readonly<Record<string, string>> = {}, demonstration = true): Promise<World> {
    const [hub, browser] = await Promise.all([
      createTestHub({ worker: true, demonstration, env: { HUB_WEB_FOLDER: webFolder, ...env } }),
      openBrowser(),
    ]);
    const world = new World(hub, browser);
    Object.assign(globalThis, { whenJourneyFails: () => world.tells() });
    return world;
  }

  /** What each window shows now, with a picture of it: a journey that failed elsewhere leaves no other trace. */
  private async tells(): Promise<void> {
    const open = this.people.filter(({ page }) => !page.isClosed());
    const seen = await Promise.all(open.map((person, at) => person.describes(`failed-${at}`)));
    process.stderr.write(`What people see as the test fails:\n${seen.join('\n')}\n`);
  }

  /** A person with a browser window of their own, signed in as a member, or as nobody. */
  async person(member: string | null, width: number = widths.desk): Promise<Person> {
    const context = await this.browser.newContext({ viewport: { width, height: 900 }, locale: 'en-GB' });
    if (member) {
      const { cookie } = await this.hub.as(member);
      const [name = '', value = ''] = (cookie ?? '').split('=');
      await context.addCookies([{ name, value, url: this.hub.address, httpOnly: true, sameSite: 'Lax' }]);
    }
    const person = await Person.open(context, this.hub.address, member ?? 'nobody');
    this.people.push(person);
    return person;
  }

  /** Ends everything. What people's windows complained about fails the test file. */
  async close(): Promise<void> {
    const complaints = this.people.flatMap((person) => person.complaints);
    await this.browser.close();
    await this.hub.close();
    expect(complaints).toEqual([]);
  }
}
