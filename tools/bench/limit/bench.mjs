/**
 * How near the hub comes to what PostgreSQL itself can serve: the same questions to the hub over HTTP, signed in, and to raw SQL written by
 * hand, over one database in one run.
 */
import { say } from '../../launcher/say.mjs';
import { settings as fanOutSettings, toldAt } from '../fan-out/bench.mjs';
import { tableOf as fanOutTable } from '../fan-out/table.mjs';
import { openBenchDatabase, startBenchHub } from '../hub.mjs';
import { differenceOf } from './equal.mjs';
import { parentOf, residentMb } from './proc.mjs';
import { verdictsOf } from './page.mjs';
import { commit, keep, machine } from './results.mjs';
import { measure } from './rounds.mjs';
import { startSide } from './side.mjs';
import { summary } from './summary.mjs';
import { canCount, countedIn, settingsForStatements } from './statements.mjs';
import { goalsTable, measuredTable } from './table.mjs';
import { optionsIn } from './options.mjs';
import { workloads } from './workloads/all.mjs';
import { momentIn, viewersOf } from './workloads/inputs.mjs';
import { postsOf, shares } from './world/sizes.mjs';
import { load } from './world/world.mjs';

/** W6: what is told to thousands who watch. */
const fanOut = 'W6';
const connections = 16;
const pool = 10;
/** So many answers are compared before anything is measured. */
const compared = 60;

/** PostgreSQL as somebody would run it for such a hub: everything in memory, and nothing said to be stored that is not. */
const postgresSettings = {
  ...{ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', wal_level: 'replica', max_wal_senders: '10' },
  ...{ shared_buffers: '1GB', max_wal_size: '8GB', effective_cache_size: '4GB' },
  ...settingsForStatements,
};
/** One process that answers, without the worker; the limit of calls is on, and nobody reaches it. */
const hubSettings = { HUB_ROLE: 'api', HUB_EMPTY: '1', HUB_CALL_LIMIT: '1000000000', ...fanOutSettings };

/** @param {readonly string[]} args */
export async function run(args) {
  const options = optionsIn(args, [...workloads.map(({ id }) => id), fanOut]);
  const measuredAt = commit();
  const { url, sql } = await openBenchDatabase(postgresSettings);
  await fill(url, sql, options.size);
  const hub = await startTimed(url);
  const measured = await measureAll({ url, sql, hub }, options);
  const held = residentMb(hub.pid);
  const told = options.only.includes(fanOut) ? await toldAt({ ...hub, sql }) : null;
  return report(options, {
    ...{ machine: await machine(sql), date: new Date().toISOString().slice(0, 10), commit: measuredAt },
    ...{ posts: postsOf[options.size], connections, rounds: options.rounds, seconds: options.seconds },
    ...{ hub: { startMs: hub.startMs, residentMb: held }, measured, fanOut: told },
  });
}

async function measureAll({ url, sql, hub }, { only, rounds, seconds }) {
  const chosen = workloads.filter(({ id }) => only.includes(id));
  if (chosen.length === 0) return [];
  const sides = await startSides(url, hub);
  await prepare(sql, sides, chosen);
  await proveEqual(sql, sides, chosen);
  const pairs = await measure({
    ...{ workloads: chosen, sides, postmaster: await postmasterOf(sql), say, rounds, seconds },
    beforeRound: () => sql('UPDATE core.session SET last_seen_at = now()'),
  });
  const counted = await countAll(sql, sides, chosen);
  return chosen.map(({ id, name }) => ({ id, name, summary: summary(pairs[id]), counted: counted?.[id] ?? null }));
}

/** Says it, and keeps it where all was measured. Resolves with whether all that was promised is kept. */
async function report({ size, only }, results) {
  const verdicts = verdictsOf([results]);
  if (results.measured.length > 0) say(`\n${measuredTable(results.measured)}`);
  if (results.fanOut) say(`\n${fanOutTable(results.fanOut)}`);
  say(`\n${goalsTable(verdicts)}\n`);
  const isWhole = only.length > workloads.length;
  if (isWhole) await keep(size, results);
  say(
    isWhole
      ? 'The results are in docs/bench, and in the tables of docs/performance.md.'
      : 'Part of it was measured: nothing is kept.',
  );
  return verdicts.every(({ verdict }) => verdict !== 'NO');
}

async function fill(url, sql, size) {
  say('Making the tables ...');
  const first = await startBenchHub(url, hubSettings);
  await first.stop();
  say(`Making a network of ${postsOf[size]} posts ...`);
  await load(sql, shares(postsOf[size]), say);
}

/** The time from its start to its first answer, with nothing left to migrate. */
async function startTimed(url) {
  const began = performance.now();
  const hub = await startBenchHub(url, hubSettings);
  const answer = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ modelTypes { code } }"}',
  });
  if (!answer.ok) throw new Error(await answer.text());
  return { ...hub, startMs: Math.round(performance.now() - began) };
}

async function startSides(url, hub) {
  const [ofHub, ofRaw] = [startSide(), startSide()];
  await ofHub('hub', { address: hub.address, connections });
  await ofRaw('raw', { url, connections, pool });
  return { hub: { order: ofHub, server: hub.pid, address: hub.address }, raw: { order: ofRaw, server: null } };
}

async function prepare(sql, { hub, raw }, chosen) {
  const viewers = await viewersOf(sql);
  const ask = async (viewer, query, variables) => {
    const answer = await fetch(`${hub.address}/graphql`, {
      ...{ method: 'POST', body: JSON.stringify({ query, variables }) },
      headers: { 'content-type': 'application/json', cookie: viewer.cookie },
    });
    return (await answer.json()).data;
  };
  for (const { id, questions } of chosen) {
    const asked = await questions({ sql, viewers, ask });
    await hub.order('prepare', { name: id, inputs: asked.map((one) => one.hub) });
    await raw.order('prepare', { name: id, inputs: asked.map((one) => one.raw) });
  }
}

/** Asks both sides the same, one after the other, and stops where their answers, or what they wrote, differ. */
async function proveEqual(sql, { hub, raw }, chosen) {
  for (const { id, leftOut, traces } of chosen) {
    const ofHub = await once(sql, hub, id, traces);
    const ofRaw = await once(sql, raw, id, traces);
    for (const [at, answer] of ofHub.answers.entries()) {
      const found = answer && differenceOf(JSON.parse(answer).data, JSON.parse(ofRaw.answers[at]), leftOut);
      if (found) throw new Error(`${id}, question ${at}: the answers differ. ${found}.`);
    }
    const found = differenceOf(ofHub.left, ofRaw.left, [], 'in the tables');
    if (found) throw new Error(`${id}: what was written differs. ${found}.`);
    const told = ofHub.answers.filter((answer) => answer !== null);
    const bytes = told.reduce((sum, answer) => sum + answer.length, 0) / told.length;
    say(
      `${id}: ${told.length} of ${compared} questions are answered, and alike; ${Math.round(bytes)} bytes on average.`,
    );
  }
}

/** The answers of one side, and what it left in the tables, if it writes. */
async function once(sql, { order }, name, traces) {
  const since = await momentIn(sql);
  const answers = await order('once', { name, count: compared });
  return { answers, left: traces ? await traces(sql, since) : null };
}

async function countAll(sql, { hub, raw }, chosen) {
  if (!(await canCount(sql))) {
    say('PostgreSQL does not load pg_stat_statements: statements and buffers are not counted.');
    return null;
  }
  const counted = {};
  for (const { id } of chosen) {
    const of = ({ order }) => countedIn(sql, () => order('run', { name: id, warmUpMs: 0, ms: 1000 }));
    counted[id] = { hub: await of(hub), raw: await of(raw) };
  }
  return counted;
}

async function postmasterOf(sql) {
  const [{ pid }] = await sql('SELECT pg_backend_pid() AS pid');
  return parentOf(pid);
}
