/** What people may write, and what must not come of it: 120 attacks in real Chromium, wherever text with markup is shown. */
import { sectionItems } from '@hub/plugins/interventions/contract';
import type { TestClient } from '@hub/testing';
import { attacks } from './support/attacks';
import type { Person } from './support/person';
import { World } from './support/world';

let world: World;
let writer: TestClient;
let reader: Person;
const said: string[] = [];

const allowedTags =
  /^(p|h[1-6]|ul|ol|li|strong|em|del|a|code|pre|blockquote|table|thead|tbody|tr|th|td|hr|br|sup|section|div|span)$/;
const allowedAttributes =
  /^(href|rel|class|id|tabindex|role|aria-[\w-]+|data-[\w-]+|align|style|dir|start|title|scope)$/;
const allowedLinks = /^(https?:|mailto:|xmpp:|irc:|ircs:|#|\/|[\w.%-]+$)/i;

beforeAll(async () => {
  world = await World.open();
  writer = await world.hub.as('anjali-thornapple');
  reader = await world.person('leonie-fernmoss');
  reader.page.on('dialog', (dialog) => {
    said.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await reader.page.exposeFunction('pwned', () => said.push('a script ran'));
  await reader.page.exposeFunction('reported', (what: string) => said.push(what));
  await reader.page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      if (/script/.test(violatedDirective)) void Reflect.get(window, 'reported')(`${violatedDirective} ${blockedURI}`);
    });
  });
});

afterAll(() => world.close());

/**
 * Opens a page, and waits until so many texts are shown as what they are made into. Some are made into nothing. What was pressed on the
 * page before may still be on its way to nowhere, and break in.
 */
async function open(address: string, texts: number): Promise<void> {
  await goTo(address, 5);
  await reader.page.waitForFunction(
    (most) =>
      document.querySelectorAll('.hub-markdown').length >= most &&
      !document.querySelector('.hub-markdown .hub-plain-text'),
    texts,
  );
}

/** One way broken off may still arrive, and break off the next: it is given a moment. */
async function goTo(address: string, tries: number): Promise<void> {
  await reader.page.goto(world.hub.address + address).catch(async (error: unknown) => {
    if (tries === 1) throw error;
    await reader.page.waitForTimeout(300);
    await goTo(address, tries - 1);
  });
}

/** Everything inside shown texts that the list above does not know. */
async function strange(): Promise<string[]> {
  const elements = await reader.page.locator('.hub-markdown *').evaluateAll((all) =>
    all.map((element) => ({
      tag: element.tagName.toLowerCase(),
      attributes: [...element.attributes].map(({ name, value }) => [name, value] as const),
    })),
  );
  return elements.flatMap(({ tag, attributes }) => [
    ...(allowedTags.test(tag) ? [] : [`<${tag}>`]),
    ...attributes.filter(([name]) => !allowedAttributes.test(name)).map(([name]) => `<${tag} ${name}>`),
    ...attributes.filter(([name, value]) => name === 'href' && !allowedLinks.test(value)).map(([, value]) => value),
  ]);
}

/** Presses and passes over everything that there is to press. */
async function touchAll(): Promise<void> {
  await reader.page.locator('.hub-markdown *').evaluateAll((all) => {
    for (const element of all) {
      for (const name of ['mouseover', 'focus', 'toggle', 'animationstart']) element.dispatchEvent(new Event(name));
      if (element instanceof HTMLAnchorElement && !/^(https?|mailto):/.test(element.href)) element.click();
    }
  });
}

it('there are 120 attacks, no two the same', () => {
  expect(new Set(attacks).size).toBeGreaterThanOrEqual(120);
});

it('and one that got into the page would be noticed', async () => {
  await reader.opens('/discussions');
  await reader.page.locator('h1').evaluate((heading) => {
    heading.classList.add('hub-markdown');
    heading.innerHTML = '<img src="data:," onerror="pwned()"><a href="javascript:pwned()">x</a>';
  });
  await touchAll();
  await reader.page.waitForTimeout(100);

  expect((await strange()).sort()).toEqual(['<img onerror>', '<img src>', '<img>', 'javascript:pwned()']);
  expect(said.splice(0).join()).toMatch(/script-src/);
});

it('in posts they are shown as text, with allowed markup only, and nothing runs (T4)', async () => {
  const perThread = 20;
  for (let at = 0; at < attacks.length; at += perThread) {
    const [first = '', ...others] = attacks.slice(at, at + perThread);
    const { startThread } = await writer.ok(
      'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }',
      { input: { title: `Attacks from ${at}`, body: first, modelTypes: ['MCP'] } },
    );
    for (const body of others)
      await writer.ok('mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }', {
        input: { thread: startThread.thread.id, body },
      });
    await open(`/discussions/${startThread.thread.id.split('/')[1]}`, others.length + 1);

    expect(await strange()).toEqual([]);
    await touchAll();
  }
  expect(said).toEqual([]);
}, 300_000);

it('in the sections of an intervention too, before it is published and after (T4)', async () => {
  const keys = sectionItems.filter(({ stage }) => stage === 'before').map(({ key }) => key);
  for (let at = 0; at < attacks.length; at += keys.length) {
    const sections = keys.map((key, n) => ({ key, body: attacks[(at + n) % attacks.length] }));
    const { createIntervention } = await writer.ok(
      'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id slug revision } } }',
      { input: { site: 'northvale', title: `Attack ${at}`, summary: 'Attacks', modelTypes: ['MCP'], sections } },
    );
    const { id, slug, revision } = createIntervention.intervention;
    if (at === 0) expect(await authorAt(`/interventions/${slug}/publish`)).toEqual([]);
    await writer.ok(
      'mutation ($input: PublishInterventionInput!) { publishIntervention(input: $input) { intervention { id } } }',
      { input: { id, expectedRevision: revision, visibility: 'NETWORK' } },
    );
    await open(`/interventions/${slug}`, keys.length);

    expect(await strange()).toEqual([]);
    await touchAll();
  }
  expect(said).toEqual([]);
}, 300_000);

/** Reads the answers to check before publishing, as their writer does. */
async function authorAt(address: string): Promise<string[]> {
  await open(address, 1);
  const found = await strange();
  await touchAll();
  return found;
}
