/**
 * The leak matrix: every kind of viewer asks for everything, in a world and in a twin where all that they may not see is different.
 * Here those for whom, together, everything is filled; the others are in leak-matrix-others.db.spec.ts, which may run at the same time.
 */
import { buildASTSchema, extendSchema, parse, printSchema } from 'graphql';
import { neverAnswered, routesOf, unknownAddresses } from './support/addresses';
import { neverFilled, unknownTo } from './support/gate';
import { heardFields } from './support/live';
import { judge, type Verdict } from './support/matrix';
import { viewersWhoFill } from './support/viewers';
import { Visits } from './support/walk';
import { createOriginal, dropOriginal, openWorld, patience, type Original } from './support/worlds';

let original: Original;
let visits: Visits;
let routes: readonly string[];

beforeAll(async () => {
  original = await createOriginal();
  const world = await openWorld(original);
  visits = new Visits(world.hub.hub.schema);
  routes = routesOf(world.hub);
  await world.close();
}, patience);
afterAll(() => original && dropOriginal(original));

describe.each(viewersWhoFill)('$id, $words,', (viewer) => {
  let verdict: Verdict;
  beforeAll(async () => {
    verdict = await judge(original, viewer, visits);
  }, patience);

  it('receives the same bytes whatever it is that they may not see (Z2, Z3)', () => {
    expect(verdict.asked).toBeGreaterThan(300);
    expect(verdict.differences).toEqual([]);
  });

  it('receives no hidden word by any path (Z1, Z3, Z4, Z6, Z7, Z8, Z9)', () => {
    expect(verdict.leaks).toEqual([]);
  });

  it('is answered about an unseen thing as about one that is not there (Z2, Z5)', () => {
    expect(verdict.oracles).toEqual([]);
  });

  it('receives what they may see, so that silence is a refusal', () => {
    expect(verdict.missed).toEqual([]);
    expect(verdict.defects).toEqual([]);
  });
});

describe('the gate', () => {
  it('every type is guarded by a rule or public by design, and every text that people write is planted', () => {
    expect(unknownTo(visits.schema, original.canaries.all)).toEqual([]);
  });

  it('every root field, edge and field of guarded types was filled for somebody who may see it', () => {
    for (const name of heardFields)
      visits.filled.add(`Subscription.${name}`).add('ThreadActivity.kind').add('ThreadsRead.threadCount');
    for (const name of ['unreadCount', 'ids', 'readAt']) visits.filled.add(`NotificationsRead.${name}`);
    expect(neverFilled(visits.schema, visits.filled)).toEqual([]);
  });

  it('every address of the running hub is asked for, or said to be no way out, and every one asked for answered somebody', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(unknownAddresses(routes)).toEqual([]);
    expect(neverAnswered(visits.answered)).toEqual([]);
    expect(unknownAddresses([...routes, 'GET /downloads/:name'])).toEqual([
      'GET /downloads/:name is neither asked for nor said to be no way out',
    ]);
  });

  it('refuses a new type, a new text and a new edge that nobody told the matrix of', () => {
    const grown = extendSchema(
      buildASTSchema(parse(printSchema(visits.schema))),
      parse('type Letter { words: String! } extend type Post { letter: Letter aside: String }'),
    );

    expect(unknownTo(grown, original.canaries.all)).toEqual([
      'The type Letter has no row in the policy',
      'Nothing was planted in Post.aside, and the policy does not call it plain',
    ]);
    expect(neverFilled(grown, visits.filled)).toEqual([
      'Post.letter was filled for nobody',
      'Post.aside was filled for nobody',
    ]);
  });
});
