/**
 * Ten thousand and more bad inputs, made from the schema, over real HTTP: every place of every operation takes every hostile value
 * that fits its type, and pairs of places take what fast-check makes up. Nothing may be answered without a code, as an error of the
 * hub's own, or with what is nobody's business. Run again, it is the same: the seed stands here.
 */
import { createTestHub, type TestClient, type TestHub, type TestResult } from '@hub/testing';
import fc from 'fast-check';
import { withValue } from '../contract/support/bad-values';
import { eachOf, flawOf } from '../contract/support/requests';
import { furnish, inputsOf } from '../contract/support/world';
import { hostileTo, integers, texts } from './hostile-values';
import { placesOf, type Place } from './places';

const seed = 20161122;
const pairs = 600;
const atOnce = 8;
const slowest = 6000;
/** On a machine that does other things too. */
const patience = 900_000;
const secret = 'zqnobodysbusinesszq';

let hub: TestHub;
let member: TestClient;
let administrator: TestClient;
let places: readonly Place[];
const asked = new Set<string>();
const flaws: string[] = [];
let longest = 0;

beforeAll(async () => {
  hub = await createTestHub();
  const world = await furnish(hub);
  member = world.anjali;
  administrator = await hub.as('marisol-greywether');
  const callum = await hub.as('callum-pennyroyal');
  await callum.ok(
    'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id } } }',
    {
      input: { site: 'tollbridge', title: secret, summary: secret, modelTypes: ['MCP'] },
    },
  );
  await hub.drain();
  const holders = { Site: 'site:network/northvale', Intervention: world.published, Thread: world.thread };
  places = placesOf(inputsOf(world), holders);
});
afterAll(() => hub?.close());

/** Sends one bad input and notes what is wrong with the answer. */
async function ask({ name, leaf, query, forAdministrators }: Place, variables: Record<string, unknown>): Promise<void> {
  const body = JSON.stringify({ query, variables });
  if (asked.has(body)) return;
  asked.add(body);
  const who = forAdministrators ? administrator : member;
  const answer = await send(who, body);
  const flaw = flawIn(answer.status, answer.text, body);
  if (flaw) flaws.push(`${name} at ${leaf.path} given ${JSON.stringify(variables).slice(0, 200)}: ${flaw}`);
}

async function send(who: TestClient, body: string): Promise<{ status: number; text: string }> {
  const began = Date.now();
  const response = await who.post('/graphql', JSON.parse(body) as object);
  const text = await response.text();
  longest = Math.max(longest, Date.now() - began);
  return { status: response.status, text };
}

function flawIn(status: number, text: string, sent: string): string | null {
  if (status >= 500) return `HTTP ${status} ${text.slice(0, 200)}`;
  if (text.includes(secret) && !sent.includes(secret)) return 'holds what is hidden';
  const answer = withoutEcho(JSON.parse(text) as TestResult, sent);
  const uncoded = (answer.errors ?? []).find(({ extensions }) => !extensions?.code);
  return uncoded ? `no code: ${uncoded.message}` : flawOf(answer);
}

/** The answer without what the client itself wrote: it may be named back to them. */
function withoutEcho(answer: TestResult, sent: string): TestResult {
  const words = texts.filter((text) => text.length > 3 && sent.includes(JSON.stringify(text)));
  const errors = answer.errors?.map((error) => ({
    ...error,
    message: words.reduce((message, word) => message.replaceAll(word, '…'), error.message),
  }));
  return errors ? { ...answer, errors } : answer;
}

it(
  'every hostile value in every place is answered with a code, and with nothing that is nobody’s business (T1, T2, T3, T8, Q8)',
  async () => {
    const cases = places.flatMap((place, at) => hostileTo(place.leaf, at).map((value) => ({ place, value })));
    const bystander = watch();

    await eachOf(cases, ({ place, value }) => ask(place, withValue(place.variables, place.leaf.path, value)), atOnce);

    expect(await bystander()).toEqual([]);
    expect(flaws.slice(0, 20)).toEqual([]);
    expect(longest).toBeLessThan(slowest);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  },
  patience,
);

it(
  'two bad values at a time are answered so too (T1, T3, Q8)',
  async () => {
    const value = fc.oneof(
      fc.constantFrom(...texts),
      fc.constantFrom(...integers),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const pair = fc.record({ place: fc.nat(places.length - 1), other: fc.nat(60), first: value, second: value });

    await eachOf(
      fc.sample(pair, { seed, numRuns: pairs }),
      async ({ place, other, first, second }) => {
        const one = places[place]!;
        const same = places.filter(({ query }) => query === one.query);
        const two = same[other % same.length]!;
        await ask(one, withValue(withValue(one.variables, one.leaf.path, first), two.leaf.path, second));
      },
      atOnce,
    );

    expect(flaws.slice(0, 20)).toEqual([]);
  },
  patience,
);

it('they were more than ten thousand, no two the same, and the hub stands as before', async () => {
  const tables = await hub.sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM information_schema.tables WHERE table_schema = 'core'`,
  );

  expect(asked.size).toBeGreaterThanOrEqual(10_000);
  expect(tables[0]?.n).toBeGreaterThan(5);
  expect((await member.ok('{ viewer { id } }')).viewer.id).toBe('member:network/anjali-thornapple');
});

/** Somebody else goes on working: every half second they are answered, and in time. */
function watch(): () => Promise<string[]> {
  let stopped = false;
  const problems: string[] = [];
  const watching = (async () => {
    const client = await hub.as('petra-quillfeather');
    while (!stopped) {
      const began = Date.now();
      const { data } = await client.run('{ interventions(first: 5) { totalCount } }');
      if (!data?.interventions.totalCount) problems.push('was not answered');
      if (Date.now() - began > slowest) problems.push(`waited ${Date.now() - began} ms`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  })();
  return async () => {
    stopped = true;
    await watching;
    return problems;
  };
}
