/** The built pages under the strictest settings: only their own operations are run, and nothing inline is. */
import type { Person } from './support/person';
import { World } from './support/world';

let world: World;
let anjali: Person;
const violations: string[] = [];
const asked: { documentId?: string; query?: string }[] = [];
const saidLive: string[] = [];

beforeAll(async () => {
  world = await World.open({ HUB_TRUSTED_DOCUMENTS_ONLY: '1' });
  anjali = await world.person('anjali-thornapple');
  anjali.page.on('console', (message) => {
    if (/content security policy|permissions policy/i.test(message.text())) violations.push(message.text());
  });
  anjali.page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/graphql'))
      asked.push(JSON.parse(request.postData() ?? '{}') as object);
  });
  anjali.page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      if (String(payload).includes('"subscribe"')) saidLive.push(String(payload));
    }),
  );
});

afterAll(() => world.close());

const pages = [
  '/',
  '/care-models/mcp',
  '/interventions',
  '/interventions/breathlessness-clinic',
  '/interventions/cough-care-pathway/edit',
  '/sites/northvale',
  '/discussions',
  '/discussions/risk-list-misses-the-people-we-worry-about',
  '/notifications',
  '/search?q=cough',
  '/history',
  '/account',
];

it('every page works where only the operations of the pages themselves are run, asked for by id', async () => {
  for (const page of [...pages, '/discussions/new']) {
    await anjali.page.goto(world.hub.address + page);
    await anjali.page.locator('main h1').first().waitFor();
    await anjali.page.waitForLoadState('networkidle');
  }

  expect(asked.length).toBeGreaterThan(pages.length);
  expect(asked.filter(({ documentId, query }) => query !== undefined || !documentId?.startsWith('sha256:'))).toEqual(
    [],
  );
  expect(saidLive.length).toBeGreaterThan(0);
  expect(saidLive.filter((text) => !text.includes('"documentId":"sha256:'))).toEqual([]);
});

it('no page breaks the content security policy (T4)', () => {
  expect(violations).toEqual([]);
});

it('what is put into a page inline does not run, and other operations are refused', async () => {
  await anjali.opens('/sites');
  const before = violations.length;
  const seen = await anjali.page.evaluate(async () => {
    document.body.insertAdjacentHTML('beforeend', '<p id="inline" style="color: red" onclick="window.ran = 1">x</p>');
    const script = document.createElement('script');
    script.textContent = 'window.ran = 1';
    document.body.append(script);
    document.getElementById('inline')?.click();
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ viewer { id } }"}',
    });
    const { errors } = (await answer.json()) as { errors: { extensions: { code: string } }[] };
    const color = getComputedStyle(document.getElementById('inline') as HTMLElement).color;
    return { ran: 'ran' in window, color, code: errors[0]?.extensions.code };
  });

  expect(seen.ran).toBe(false);
  expect(seen.color).not.toBe('rgb(255, 0, 0)');
  expect(seen.code).toBe('PERSISTED_QUERY_ONLY');
  expect(violations.length).toBeGreaterThan(before);
});
