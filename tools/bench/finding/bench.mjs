/** Whether finding and reading cost the same in a network ten times as large: the same questions at both sizes, in one run. */
import os from 'node:os';
import { callerOf } from '../caller.mjs';
import { openBenchHub } from '../hub.mjs';
import { median } from '../two-samples.mjs';
import { say } from '../../launcher/say.mjs';
import { grow, sizes } from './world.mjs';

const tries = 60;
const thread = '{ thread(id: "thread:network/grown-42") { unreadCount firstUnreadPost { position } replyCount } }';
const hits = 'totalCount edges { match { line words place } node { __typename } }';

/** `most` is how many times as long it may take; null where it is bound to grow with what it counts. A search ends its count at a thousand. */
const cases = [
  { name: 'a word in ten discussions', most: 2, query: `{ search(text: "glockenspiel") { ${hits} } }` },
  { name: 'the beginning of it', most: 2, query: `{ search(text: "glockensp") { ${hits} } }` },
  { name: 'it misspelt', most: 2, query: `{ search(text: "glokenspiel") { ${hits} } }` },
  {
    ...{ name: 'it with filters and their counts', most: 2 },
    query: `{ search(text: "glockenspiel", kinds: [THREAD], modelTypes: ["MCP", "UEC"]) { ${hits} } searchCounts(text: "glockenspiel") { filter value count } }`,
  },
  { name: 'a word in every discussion', most: 2, query: `{ search(text: "ward", first: 20) { ${hits} } }` },
  { name: 'what is unread in a discussion', most: 2, query: thread },
  {
    ...{ name: 'a page of what is unread', most: 2 },
    query:
      '{ threads(filter: { modelTypes: ["MCP"], unreadOnly: true }, first: 20) { edges { node { title unreadCount } } } }',
  },
  {
    ...{ name: 'how many discussions are unread', most: null },
    query: '{ threads(filter: { modelTypes: ["MCP"], unreadOnly: true }, first: 0) { totalCount } }',
  },
];

/** @param {readonly string[]} args part of a case's name, or nothing */
export async function run([only = '']) {
  const { address, sql } = await openBenchHub();
  say(
    `${os.cpus().length} cores, Node ${process.versions.node}, ${os.platform()} ${os.arch()}. ${tries} tries of each at each size.`,
  );
  const call = callerOf(address);
  const { cookie } = await call({ path: '/auth/demo', body: { member: 'anjali-thornapple' } });
  const chosen = cases.filter(({ name }) => name.includes(only));
  const at = [];
  for (const [from, to] of [
    [0, sizes.first],
    [sizes.first, sizes.first * sizes.times],
  ]) {
    say(`Growing to ${to} discussions, ${to * 10} posts ...`);
    await grow(sql, from, to);
    at.push(await measure(call, cookie, chosen));
  }
  const rows = chosen.map(({ name, most }, n) => ({
    name,
    most,
    small: at[0][n],
    large: at[1][n],
    ratio: at[1][n] / at[0][n],
  }));
  console.log(`\n${tableOf(rows)}\n`);
  return rows.every(({ most, ratio }) => most === null || ratio <= most);
}

/** The median of each case; in turn, so that whatever else the machine does falls on all alike. */
async function measure(call, cookie, chosen) {
  const times = chosen.map(() => []);
  for (let n = 0; n < tries; n += 1) {
    for (const [place, { name, query }] of chosen.entries()) {
      const { ms, body } = await call({ body: { query }, cookie });
      if (body.includes('"errors"')) throw new Error(`${name}: ${body.slice(0, 300)}`);
      if (n >= 5) times[place].push(ms);
    }
  }
  return times.map(median);
}

function verdictOn(most, ratio) {
  if (most === null) return 'grows with what it counts';
  return ratio <= most ? 'yes' : 'NO';
}

function tableOf(rows) {
  return [
    '| asked for | ms at the first size | ms at ten times that | ratio | kept |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ name, most, small, large, ratio }) =>
        `| ${name} | ${small.toFixed(1)} | ${large.toFixed(1)} | ${ratio.toFixed(2)} | ${verdictOn(most, ratio)} |`,
    ),
  ].join('\n');
}
