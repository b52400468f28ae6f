/** The whole hub, server and web pages, without each plugin that nothing needs, in a real browser. */
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { createTestHub, openBrowser, pluginsOfTheHub, type TestHub } from '@hub/testing';
import type { Browser } from 'playwright-core';
import { Person } from '../journeys/support/person';
import { leftOutOf } from './left-out';

const builder = path.join(import.meta.dirname, 'build-webs.mjs');
const folder = path.resolve(import.meta.dirname, `../../.cache/leave-out-${process.pid}`);
const plugins = await pluginsOfTheHub();
const notNeeded = leftOutOf(plugins).map(({ id, plugins: gone }) => ({ id, gone }));

/** A page that goes with each that has one, and the addresses to which nothing may lead any more. */
const gone: Readonly<Record<string, { readonly page?: string; readonly addresses: RegExp }>> = {
  membership: { page: '/sites/northvale/people', addresses: /\/(people|join|invite)(\?|$)/ },
  files: { addresses: /^\/files\// },
  exchange: { addresses: /^\/exports\// },
  likeness: { page: '/sites/northvale/alike', addresses: /\/alike(\?|$)/ },
  evaluation: { page: '/evaluations', addresses: /^\/evaluations/ },
  threads: { page: '/discussions', addresses: /^\/discussions/ },
  communities: { page: '/communities', addresses: /^\/communities/ },
  subscriptions: { page: '/notifications', addresses: /^\/(notifications|follow)/ },
  moderation: { page: '/reports', addresses: /^\/(moderation|reports?)(\/|$)/ },
  search: { page: '/search?q=cough', addresses: /^\/search/ },
  administration: { page: '/account/trail', addresses: /^\/administration|^\/account\/trail|\/audit$/ },
};

function goneWith(plugin: string) {
  const found = gone[plugin];
  if (!found) throw new Error(`Say here what goes with ${plugin}.`);
  return found;
}

const intervention = '/interventions/breathlessness-clinic';

let browser: Browser;

beforeAll(async () => {
  const env = { ...process.env, NODE_ENV: undefined, NODE_OPTIONS: undefined };
  await promisify(execFile)(
    process.execPath,
    [builder, folder, ...notNeeded.map(({ gone }) => gone.map(({ id }) => id).join('+'))],
    { env },
  );
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each(notNeeded)(
  'without $id, members open home, a care model and an intervention as ever, and visitors the intervention',
  async ({ id: leftOut, gone: left }) => {
    const others = plugins.filter((plugin) => !left.includes(plugin));
    const pages = path.join(folder, left.map(({ id }) => id).join('+'));
    const hub = await createTestHub({ plugins: others, env: { HUB_WEB_FOLDER: pages } });
    try {
      const [anjali, nobody] = [await person(hub, 'anjali-thornapple'), await person(hub, null)];
      const { page, addresses } = goneWith(leftOut);
      for (const at of ['/', '/care-models/mcp', intervention]) await opensWhole(anjali, at, addresses);
      await opensWhole(nobody, intervention, addresses);
      if (page) {
        await anjali.goesTo(page);
        await anjali.reads('Page not found');
      }
      expect([...anjali.complaints, ...nobody.complaints]).toEqual([]);
    } finally {
      await hub.close();
    }
  },
  120_000,
);

async function person(hub: TestHub, member: string | null): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  if (member) {
    const [name = '', value = ''] = ((await hub.as(member)).cookie ?? '').split('=');
    await context.addCookies([{ name, value, url: hub.address }]);
  }
  const opened = await Person.open(context, hub.address, member ?? 'nobody');
  opened.page.on('response', (response) => void complainOfErrors(opened, response));
  return opened;
}

/** An answer with errors is no failure of the connection: the part that asked would only look broken. */
async function complainOfErrors(asking: Person, response: { url(): string; text(): Promise<string> }): Promise<void> {
  if (!response.url().endsWith('/graphql')) return;
  const answer = await response.text().catch(() => '');
  if (answer.includes('"errors"')) asking.complaints.push(answer);
}

/** Not looked at as other journeys do, who have all plugins: that each page is there, whole, and leads nowhere that is gone. */
async function opensWhole(who: Person, at: string, lost: RegExp): Promise<void> {
  await who.goesTo(at);
  const links = await who.page
    .locator('a, form')
    .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? each.getAttribute('action') ?? ''));
  const broken = await who.canRead(/could not be loaded|there is a problem/i);
  expect({ at, broken, lost: links.filter((link) => lost.test(link)) }).toEqual({ at, broken: false, lost: [] });
}
