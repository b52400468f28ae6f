/** A reply with a picture and a quote: drafted, found again after its tab was closed, posted, seen by those who may; and nothing left at sign-out. */
import { World, widths } from './support/world';
import { Person } from './support/person';

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = { name: 'room.png', mimeType: 'image/png', buffer: Buffer.from(onePixel, 'base64') };
const discussion = '/discussions/back-of-a-rota';

let world: World;
let gwen: Person;

beforeAll(async () => {
  world = await World.open();
  gwen = await world.person('gwen-stillwater', widths.phone);
});
afterAll(() => world.close());

const box = () => gwen.page.getByLabel('What do you want to say?');
const inBrowser = () => gwen.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));

it('a post is quoted with who said it, and a picture is added once it is said what it shows', async () => {
  await gwen.opens(discussion);
  await gwen.button(/^Quote \(Petra Quillfeather, reply 5/).click();
  await gwen.reads('In reply to Petra Quillfeather.');
  expect(await box().inputValue()).toMatch(
    /^> \[Petra Quillfeather\]\(\/discussions\/back-of-a-rota#post-6\):\n>\n> When you say 14/,
  );

  await gwen.page.getByLabel('Add files').setInputFiles(picture);
  await gwen.page.getByLabel(/What does the picture show/).waitFor();
  await gwen.button('Post reply').click();
  await gwen.page.getByRole('link', { name: 'Say what the picture shows' }).waitFor();
  await gwen.page.getByLabel(/What does the picture show/).fill('The door with the page on it');
  await gwen.checks();
  await gwen.photographs('reply-with-file');
});

it('the draft comes back after its tab was closed, without what looks like a detail of a patient, and can be thrown away and back', async () => {
  const quoted = await box().inputValue();
  await box().fill(`${quoted}She is 943 476 5919`);
  await gwen.reads(/it is not kept when you leave this page/);
  expect(await inBrowser()).not.toMatch(/Quillfeather|943 476/);
  await box().fill(`${quoted}So did we`);
  await gwen.page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('So did we'));

  const context = gwen.page.context();
  await gwen.page.close();
  gwen = await Person.open(context, world.hub.address, 'Gwen in another tab');
  await gwen.opens(discussion);
  await gwen.reads(/Your draft from/);
  await gwen.button('Throw it away').click();
  expect(await box().inputValue()).toBe('');
  await gwen.button('Bring it back').click();
  expect(await box().inputValue()).toContain('So did we');
});

it('the reply is posted with its picture, which others see, and nobody signed out (Z2)', async () => {
  await gwen.button('Post reply').click();
  const image = gwen.page.getByRole('img', { name: 'The door with the page on it' });
  await image.waitFor();
  expect(await image.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(1);
  await gwen.checks();

  const callum = await world.person('callum-pennyroyal');
  await callum.opens(discussion);
  await callum.page.getByRole('img', { name: 'The door with the page on it' }).waitFor();
  await callum.page
    .getByRole('article', { name: /^Petra Quillfeather, reply 5/ })
    .getByText(/Answered in/)
    .waitFor();
  await callum.photographs('post-with-file');
  const address = (await image.getAttribute('src')) ?? '';
  expect((await fetch(world.hub.address + address)).status).toBe(404);
  await callum.page.context().close();
});

it('signing out leaves nothing of what was written in the browser', async () => {
  await gwen.opens(discussion);
  await box().fill('Something private');
  await gwen.page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('Something private'));
  await gwen.opensMenu();
  await gwen.button('Sign out').click();
  await gwen.page.waitForURL((url) => url.pathname === '/');

  expect(await inBrowser()).not.toMatch(/private|room\.png|Quillfeather/);
});
