/** One person at one window. Every page that they open is checked for accessibility, width and errors. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { arePicturesWanted } from '@hub/testing';
import type { BrowserContext, Locator, Page, Response } from 'playwright-core';
import { Quiet } from './quiet';
import { bringAxe, violationsOf } from './violations';

const pictures = path.resolve(import.meta.dirname, '../../../.cache/journeys');

export class Person {
  /** Errors of the page's own code, requests that failed without a reason, and questions that the build did not write down. */
  readonly complaints: string[] = [];

  private readonly quiet: Quiet;

  private constructor(
    readonly page: Page,
    private readonly address: string,
    readonly name: string,
  ) {
    this.quiet = new Quiet(page);
  }

  static async open(context: BrowserContext, address: string, name: string): Promise<Person> {
    const person = new Person(await context.newPage(), address, name);
    await bringAxe(person.page);
    person.page.setDefaultTimeout(15_000);
    person.page.on('pageerror', (error) => person.complaints.push(`${name}: ${error.message}`));
    person.page.on('response', (response) => {
      if (response.status() >= 500) person.complaints.push(`${name}: ${response.status()} ${response.url()}`);
      if (response.status() === 400) void person.notesUnknown(response);
    });
    return person;
  }

  /** A page that asks what the hub was not told of costs a second request, and is refused by a hub that trusts documents only. */
  private async notesUnknown(response: Response): Promise<void> {
    const answer = await response.text().catch(() => '');
    if (!answer.includes('PERSISTED_QUERY_NOT_FOUND')) return;
    const { operationName } = response.request().postDataJSON() as { operationName: string };
    this.complaints.push(`${this.name}: ${operationName} is not among the operations of the build`);
  }

  /** Opens an address and checks the page. */
  async opens(at: string): Promise<void> {
    await this.page.goto(this.address + at);
    await this.checks();
  }

  /** Opens an address and waits until the page is there, without checking it. */
  async goesTo(at: string): Promise<void> {
    await this.page.goto(this.address + at);
    await this.isThere();
  }

  /** Follows a link or presses a button that leads to another page, and checks that page. */
  async follows(what: Locator): Promise<void> {
    const before = this.page.url();
    await what.click();
    await this.page.waitForURL((url) => url.href !== before);
    await this.checks();
  }

  /** Shows menu and account where a phone folds them away. */
  async opensMenu(): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Menu', exact: true, expanded: false });
    if (await button.isVisible()) await button.click();
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name }).first();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name }).first();
  }

  /** Types into the box with this label. */
  async fills(label: string | RegExp, text: string): Promise<void> {
    await this.page.getByLabel(label).first().fill(text);
  }

  /** Chooses a radio or ticks a box by its words. */
  async chooses(label: string | RegExp): Promise<void> {
    await this.page.getByLabel(label).first().check();
  }

  /** Waits until these words can be read on the page. */
  async reads(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor();
  }

  /** Whether the words are on the page now. */
  async canRead(words: string | RegExp): Promise<boolean> {
    return (await this.page.getByText(words).filter({ visible: true }).count()) > 0;
  }

  /** The page as it stands, no pointer on it: no violation of WCAG 2.2 AA, nothing wider than the window, one h1, a title. */
  async checks(): Promise<void> {
    await this.isThere();
    await this.page.mouse.move(0, 0);
    const problems = await violationsOf(this.page);
    const overflow = await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const where = new URL(this.page.url()).pathname;
    if (problems.length > 0 || overflow > 0) await this.takesPicture(`violation${where.replaceAll('/', '-')}`);
    expect({
      where,
      problems,
      overflow: Math.max(0, overflow),
      headings: await this.page.locator('h1').count(),
    }).toEqual({
      where,
      problems: [],
      overflow: 0,
      headings: 1,
    });
    expect(await this.page.title()).toMatch(/Vanguard hub$/);
  }

  private async isThere(): Promise<void> {
    await this.page.locator('main h1').first().waitFor();
    await this.quiet.waits();
  }

  /** Who looks at which page, and what it says; with a picture. */
  async describes(picture: string): Promise<string> {
    const words = await this.page
      .locator('main')
      .innerText({ timeout: 1000 })
      .catch(() => 'nothing can be read');
    await this.takesPicture(picture).catch(() => undefined);
    return [
      `${this.name} at ${this.page.url()}:`,
      words.replaceAll(/\s+/g, ' ').slice(0, 600),
      ...this.complaints,
    ].join('\n  ');
  }

  /** A picture to look at afterwards, where somebody wants to. */
  async photographs(name: string): Promise<void> {
    if (arePicturesWanted) await this.takesPicture(name);
  }

  /** Of the whole page, in .cache/journeys. */
  private async takesPicture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    const width = this.page.viewportSize()?.width ?? 0;
    await this.page.screenshot({ path: path.join(pictures, `${name}-${width}.png`), fullPage: true });
  }
}
