/**
 * Whether the time of an answer tells who is known here, or what is hidden (S3, Z2, Z4): bytes must be equal, medians at most so far apart,
 * and a guess from the time hardly better than a coin.
 */
import os from 'node:os';
import { randomBytes } from 'node:crypto';
import { callerOf } from '../caller.mjs';
import { openBenchHub } from '../hub.mjs';
import { say } from '../../launcher/say.mjs';
import { compare } from './compare.mjs';
import { addressLike, furnish, titleLike } from './world.mjs';

const rounds = 3;
const accept = 'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { landing } }';
const open = 'query ($token: String!) { openedInvitation(token: $token) { siteName } }';
const node = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const search = 'query ($text: String!) { search(text: $text) { totalCount edges { matchedLine } } }';

const code = (email) => ({ path: '/auth/code', body: { email } });
const verify = (email) => ({ path: '/auth/code/verify', body: { email, code: '00000000' } });

function casesOf({ outsider, known, tokens, hidden }, { sql }) {
  const lift = () => sql('DELETE FROM core.attempt');
  const of = (list, n) => list[n % list.length];
  const asked = (query, variables) => ({ body: { query, variables }, cookie: outsider });
  const noToken = () => randomBytes(32).toString('base64url').slice(0, tokens[0].length);
  const people = { tries: 400, prepare: lift, mostGap: 5, mostArea: 0.6 };
  const things = { tries: hidden.length, prepare: lift, mostGap: 3, mostArea: 0.6 };
  return [
    { name: 'asking for a code', ...people, some: (n) => code(of(known, n)), others: () => code(addressLike()) },
    { name: 'entering a code', ...people, some: (n) => verify(of(known, n)), others: () => verify(addressLike()) },
    {
      name: 'accepting an invitation',
      ...people,
      some: (n) => asked(accept, { input: { token: of(tokens, n) } }),
      others: () => asked(accept, { input: { token: noToken() } }),
    },
    {
      name: 'looking at an invitation',
      ...people,
      some: (n) => asked(open, { token: of(tokens, n) }),
      others: () => asked(open, { token: noToken() }),
    },
    {
      name: 'a draft of another site by its id',
      ...things,
      some: (n) => asked(node, { id: hidden[n].id }),
      others: () => asked(node, { id: `intervention:northvale/${titleLike().toLowerCase()}` }),
    },
    {
      name: 'a word of it searched for',
      ...things,
      some: (n) => asked(search, { text: hidden[n].title }),
      others: () => asked(search, { text: titleLike() }),
    },
  ];
}

const mask = (text) => text.replaceAll(/"requestId":"[^"]*"/g, '"requestId":"…"');

/** @param {readonly string[]} args part of a case's name, or nothing */
export async function run([only = '']) {
  const hub = await openBenchHub();
  const call = callerOf(hub.address);
  const world = await furnish(hub, call);
  const cpu = `${os.cpus().length} cores, Node ${process.versions.node}, ${os.platform()} ${os.arch()}`;
  say(
    `\nOn ${cpu}; the database and the caller on the same machine. ${rounds} rounds: the middle one and the worst.\n`,
  );
  say('| asked for | tries | median, ms | gap, ms | worst gap | ROC area | worst area | bytes | kept |');
  say('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  const kept = [];
  const cases = casesOf(world, hub).filter(({ name }) => name.includes(only));
  for (const one of cases) kept.push(await measure(call, one));
  return kept.every(Boolean);
}

async function measure(call, one) {
  await compare(call, { ...one, tries: 40, mask });
  const results = [];
  for (let round = 0; round < rounds; round += 1) results.push(await compare(call, { ...one, mask }));
  const gaps = results.map(({ gap }) => gap).sort((a, b) => a - b);
  const areas = results.map(({ area }) => area).sort((a, b) => a - b);
  const isSame = new Set(results.flatMap(({ answers }) => answers)).size === 1;
  const isKept = isSame && middle(gaps) <= one.mostGap && middle(areas) <= one.mostArea;
  const cells = [
    one.name,
    `2 × ${one.tries}`,
    results[0].medians.map((ms) => ms.toFixed(1)).join(' and '),
    middle(gaps).toFixed(2),
    gaps.at(-1).toFixed(2),
    middle(areas).toFixed(3),
    areas.at(-1).toFixed(3),
    isSame ? 'the same' : 'DIFFER',
    isKept ? 'yes' : 'NO',
  ];
  say(`| ${cells.join(' | ')} |`);
  return isKept;
}

const middle = (sorted) => sorted[sorted.length >> 1];
