/** A site attaches a leaflet and a picture, publishes them, others have them, and one that was taken away is gone. */
import { World, widths } from './support/world';
import type { Person } from './support/person';

const title = 'Huddle with a leaflet';
const address = '/interventions/huddle-with-a-leaflet';
const required = ['why', 'procedures', 'who_provides', 'how', 'where', 'when_how_much'];
const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const leaflet = { name: 'leaflet.txt', mimeType: 'text/plain', buffer: Buffer.from('Come at nine') };
const picture = { name: 'ward.png', mimeType: 'image/png', buffer: Buffer.from(onePixel, 'base64') };

let world: World;
let anjali: Person;

beforeAll(async () => {
  world = await World.open();
  const site = await world.hub.as('anjali-thornapple');
  const sections = required.map((key) => ({ key, body: 'Words' }));
  await site.ok(
    'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id } } }',
    { input: { site: 'northvale', title, summary: 'It', modelTypes: ['MCP'], sections } },
  );
  anjali = await world.person('anjali-thornapple', widths.phone);
});
afterAll(() => world.close());

const choose = (file: { name: string; mimeType: string; buffer: Buffer }) =>
  anjali.page.getByLabel('Choose a file').setInputFiles(file);

/** By the keyboard: a pointer that rests on a link of the next page would take its line away. */
async function publish(number: number) {
  await anjali.button(`Publish version ${number}`).focus();
  await anjali.page.keyboard.press('Enter');
  await anjali.reads(`Version ${number} is published`);
  await anjali.checks();
}

it('says in words what is wrong with a file, before and after sending it', async () => {
  await anjali.opens(`${address}/edit`);
  await anjali.reads('There are no files yet.');
  await anjali.button('Attach the file').click();
  await anjali.page.getByRole('link', { name: 'Choose a file' }).waitFor();

  await choose({ ...leaflet, name: 'leaflet.pdf', mimeType: 'application/pdf' });
  await anjali.button('Attach the file').click();
  await anjali.page.getByRole('link', { name: /This file is no PDF/ }).waitFor();
  await anjali.checks();
  await anjali.photographs('file-refused');
});

it('attaches a document, and a picture once it is said what it shows, by the keyboard', async () => {
  await choose(leaflet);
  await anjali.button('Attach the file').focus();
  await anjali.page.keyboard.press('Enter');
  await anjali.link(/leaflet\.txt \(Plain text, 12 bytes\)/).waitFor();

  await choose(picture);
  await anjali.button('Attach the file').click();
  await anjali.page.getByRole('link', { name: 'Say what the picture shows' }).waitFor();
  await anjali.page.getByLabel('What does the picture show?').last().fill('The door of the ward');
  await anjali.button('Attach the file').click();
  await anjali.reads('Shows: The door of the ward');
  await anjali.checks();
  await anjali.photographs('files-in-writing');
});

it('takes one away, puts it back, and publishes both', async () => {
  await anjali.button('Take away leaflet.txt').click();
  await anjali.reads('leaflet.txt is taken away');
  await anjali.button('Put it back').click();
  await anjali.link(/leaflet\.txt/).waitFor();

  await anjali.opens(`${address}/publish`);
  await anjali.reads('Files of this version');
  await publish(1);
  await anjali.page.getByRole('img', { name: 'The door of the ward' }).waitFor();
  await anjali.photographs('files-published');
});

it('another member reads them, and loses sight of one that the next version is without (Z9)', async () => {
  const callum = await world.person('callum-pennyroyal', widths.phone);
  await callum.opens(address);
  const picture = callum.page.getByRole('img', { name: 'The door of the ward' });
  await picture.waitFor();
  const download = callum.page.waitForEvent('download');
  await callum.link(/leaflet\.txt/).click();
  expect((await download).suggestedFilename()).toBe('leaflet.txt');
  expect(await picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);

  await anjali.opens(`${address}/edit`);
  await anjali.button('Take away leaflet.txt').click();
  await anjali.reads(/1 change of the files will show/);
  await anjali.opens(`${address}/publish`);
  await anjali.reads('Its files are not those of version 1.');
  await publish(2);

  await callum.opens(address);
  await callum.page.getByRole('img', { name: 'The door of the ward' }).waitFor();
  expect(await callum.canRead(/leaflet\.txt/)).toBe(false);
  await callum.opens(`${address}/versions/1`);
  await callum.link(/leaflet\.txt/).waitFor();
});

it('the demonstration’s measures are read as a picture and a table, on a wide screen too', async () => {
  const nobody = await world.person(null, widths.desk);
  await nobody.opens('/interventions/cough-care-pathway');
  await nobody.page.getByRole('img', { name: /Line chart: Referrals to the hospital for cough/ }).waitFor();
  await nobody.link(/northvale-cough-referrals\.csv \(CSV table/).waitFor();
  await nobody.photographs('demonstration-files');
});
