/** The guard catches an NHS number before it is sent, and again on the server. */
import type { Person } from './support/person';
import { World, widths } from './support/world';

let world: World;
let anjali: Person;
const sent: string[] = [];

beforeAll(async () => {
  world = await World.open();
  anjali = await world.person('anjali-thornapple', widths.phone);
  anjali.page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.postData() ?? '');
  });
});
afterAll(() => world.close());

const digits = /943\D{0,3}476\D{0,3}5919/;
const found = () => anjali.page.getByRole('group', { name: /looks like/ });

it('what was found is shown beneath its box, and nothing of it is sent; cut out, the rest is posted (T9)', async () => {
  await anjali.opens('/discussions/new');
  await anjali.fills('Title', 'How do you call a nurse?');
  await anjali.fills('What do you want to say?', 'Mrs Ethel Jones, NHS no 943 476 5919, DOB 12/03/1941, waited.');
  await anjali.chooses(/MCP/);
  await anjali.button('Start discussion').click();
  await anjali.reads('“943 476 5919” looks like an NHS number');
  await anjali.checks();
  await anjali.photographs('patient-guard');

  expect(sent.filter((body) => digits.test(body))).toEqual([]);
  while ((await found().count()) > 0) await anjali.button(/^Cut it out/).click();
  await anjali.follows(anjali.button('Start discussion'));
  await anjali.reads('Mrs Ethel Jones, NHS no [cut out], DOB [cut out], waited.');
  expect(sent.filter((body) => digits.test(body))).toEqual([]);
});

it('by the keyboard alone, what is no patient’s is explained and then posted (T9)', async () => {
  const { page } = anjali;
  await anjali.fills('What do you want to say?', 'The example is 943 476 5919.');
  await anjali.button('Post reply').focus();
  await page.keyboard.press('Enter');
  await found().waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('It is the example of the data dictionary');
  await anjali.button('Post reply').focus();
  await page.keyboard.press('Enter');

  await page.getByRole('article').getByText('The example is 943 476 5919.').waitFor();
});

it('sent past the page, it is refused with its place and kind, and not with what it is (T9)', async () => {
  const answer = await anjali.page.evaluate(async () => {
    const query = 'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }';
    const input = { title: 'Past the page', body: 'She is 943 476 5919', modelTypes: ['MCP'] };
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { input } }),
    });
    return response.text();
  });

  expect(answer).toContain('"findings":[{"path":"input.body","kind":"NHS_NUMBER","nth":1}]');
  expect(answer).not.toMatch(digits);
  await anjali.opens('/discussions');
  expect(await anjali.canRead('Past the page')).toBe(false);
});
