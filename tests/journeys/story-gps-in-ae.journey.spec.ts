/**
 * The story of box 3: GPs placed in A&E fail after several attempts, because strong and different cultures meet with no history between
 * them. Out of a talk with the chief of service grows a triage at the front door, which the site goes on to support.
 */
import type { Person } from './support/person';
import {
  adapts,
  hasPublished,
  hears,
  movesTo,
  openBeforeTheStory,
  publishes,
  recordsChange,
  rewrites,
  type Told,
} from './support/story';
import { widths, type World } from './support/world';

let world: World;
let stream: Told;
let ruth: Person;
let idris: Person;
let failed: string;
let grown: string;

beforeAll(async () => {
  world = await openBeforeTheStory();
  stream = await hasPublished(world, 'kit-ravensworthy', 'gp-stream-at-the-front-door');
  [ruth, idris] = [await world.person('ruth-cobblestane'), await world.person('idris-fellgate')];
});

afterAll(() => world.close());

it('1: Harbourside takes up Ashenholt’s GP stream, without the history behind it', async () => {
  await ruth.opens(stream.at);
  failed = await adapts(ruth, 'Evening queues are bad, and it works at Ashenholt.');
  await movesTo(ruth, failed, 'We will use it, and are changing it to fit', 'The model was working there.');
  await recordsChange(ruth, failed, 'GPs employed by the alliance', 'The provider here had no spare doctors');
  await rewrites(ruth, failed, 'who_provides', 'A rota of local GPs, paid per session; department nurses to stream.');
  await movesTo(ruth, failed, 'We are testing it', 'We stop if nurses send nobody across.');
  await publishes(ruth, failed, 'GPs placed in A&E', 'Two GPs in the department in the evening.');

  const kit = await world.person('kit-ravensworthy');
  await hears(kit, /began to test an intervention of your site/);
  await kit.follows(kit.link(/GP stream at the front door, adapted by Harbourside/));
  await kit.follows(kit.page.getByRole('main').getByRole('link', { name: 'Follow this' }));
  await kit.chooses('Every new post');
  await kit.follows(kit.button('Save'));
}, 180_000);

it('2: it stops, and says why from a list, what was tried and what came of it: an ending with thanks', async () => {
  await ruth.opens(`${failed}/stage`);
  await ruth.page.getByRole('radio', { name: 'We have stopped' }).check();
  await ruth.button('Record that we stopped').click();
  await ruth.reads('There is a problem');
  await ruth.page.getByRole('radio', { name: 'Culture, or how people work together' }).check();
  await ruth.fills('The reason in your own words', 'The GPs had never worked there, and nobody had asked the nurses.');
  await ruth.fills('What did you try?', 'Three attempts in nine months. The third let the nurses decide.');
  await ruth.fills(
    'What came out of it?',
    'A talk over coffee with the chief of service that was meant to be a goodbye.',
  );
  await ruth.fills(/What did you learn/, 'Ask those at the door first.');
  await ruth.photographs('story-2-stopping');
  await ruth.follows(ruth.button('Record that we stopped'));

  await ruth.reads('Harbourside has stopped. Thank you for writing down what you learned.');
  await ruth.reads('Why it stopped');
  await ruth.photographs('story-2-stopped');
}, 120_000);

it('3: the chief of service makes something better of it: the site adapts its own failure', async () => {
  await idris.opens('/sites/harbourside');
  await idris.follows(idris.link('GPs placed in A&E'));
  grown = await adapts(idris, 'What happens in the first ten minutes?');
  await movesTo(idris, grown, 'We will use it, and are changing it to fit', 'Keep what we learned of the door.');
  await recordsChange(idris, grown, 'GPs moved out of the department', 'Different cultures had not worked so close');
  await rewrites(
    idris,
    grown,
    'procedures',
    'A one-page guide; booking into next-day GP appointments; a monthly review.',
  );
  await rewrites(idris, grown, 'who_provides', 'Emergency department sisters in each shift.');
  await movesTo(idris, grown, 'It is running', 'Time to first assessment fell to about fourteen minutes.');
  await publishes(
    idris,
    grown,
    'Nurse-led triage at the front door',
    'A senior nurse and a shared guide send each arrival on.',
  );
}, 180_000);

it('4: whoever reads of the failure is led to what grew from it', async () => {
  await ruth.opens(failed);
  await ruth.follows(ruth.link('Correct how it ended'));
  await ruth.page.locator('summary', { hasText: 'Link to what grew from it' }).click();
  await ruth.page.getByRole('checkbox', { name: /Nurse-led triage at the front door/ }).check();
  await ruth.photographs('story-2-grew');
  await ruth.follows(ruth.button('Save'));

  const kit = await world.person('kit-ravensworthy', widths.phone);
  await hears(kit, /stopped/);
  await kit.opens(failed);
  await kit.reads('Culture, or how people work together');
  await kit.photographs('story-2-record');
  await kit.follows(
    kit.page.getByRole('main').getByRole('link', { name: 'Nurse-led triage at the front door' }).first(),
  );
  await kit.reads('A one-page guide; booking into next-day GP appointments; a monthly review.');
}, 120_000);

it('5: stopping stands where running does: on the page of the idea, of its care model and of the site', async () => {
  const nobody = await world.person(null);
  await nobody.opens(stream.at);
  await nobody.reads('What happened elsewhere');
  await nobody.reads(/1 stopped/);
  await nobody.reads('Culture, or how people work together');
  await nobody.photographs('story-2-source');

  const ruthAgain = await world.person('ruth-cobblestane', widths.phone);
  await ruthAgain.opens('/care-models/uec');
  await ruthAgain.photographs('story-2-care-model');
  await ruthAgain.reads('What stopped, and why (1)');
  await ruthAgain.opens('/sites/harbourside');
  await ruthAgain.reads('What they took up or looked at, and what came of it');
  await ruthAgain.reads('Culture, or how people work together');
  await ruthAgain.photographs('story-2-site');
}, 120_000);
