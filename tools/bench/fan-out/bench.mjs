/**
 * How fast what happens reaches everyone who watches: a reply in a discussion that all see, and one in a discussion that a quarter sees, told
 * to thousands of sockets, beside a server that sends one text to as many and does nothing else.
 */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import { closeAtEnd } from '../../launcher/life.mjs';
import { say } from '../../launcher/say.mjs';
import { median } from '../two-samples.mjs';
import { openBenchHub } from '../hub.mjs';
import { fanOutVerdicts } from '../limit/goals.mjs';
import { gather } from './crowd.mjs';
import { tableOf } from './table.mjs';

const members = 500;
const sizes = [2000, 10_000];
const rounds = 8;
const topic = 'model-activity:care-model:network/mcp';
const payload = {
  query: `subscription ($codes: [String!]!) { modelTypeActivity(modelTypes: $codes) {
    kind thread { id title replyCount lastActivityAt } post { id position body createdAt anonymous author { id displayName roleTitle } } } }`,
  variables: { codes: ['MCP'] },
  extensions: { confirm: true },
};
const place = (name) => new URL(name, import.meta.url).pathname;
const now = () => performance.timeOrigin + performance.now();
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Measures it on a hub with the demonstration network. */
export async function run() {
  say(`${os.cpus().length} cores, Node ${process.versions.node}; load ${os.loadavg()[0].toFixed(1)}.`);
  const rows = await toldAt(await openBenchHub(settings));
  console.log(`\n${tableOf(rows)}\n`);
  return fanOutVerdicts(rows).every(({ verdict }) => verdict !== 'NO');
}

/** What the hub needs so that one machine can open so many sockets. */
export const settings = { HUB_SOCKETS_PER_ADDRESS: '0' };

/**
 * What telling each size of crowd took.
 * @param {{address: string, pid: number, sql: (text: string, values?: unknown[]) => Promise<object[]>}} hub
 */
export async function toldAt({ address, pid, sql }) {
  const { open, closed } = await subjects(sql);
  const cookies = await gather(sql, members, closed.needs);
  const rows = [];
  for (const size of sizes) rows.push(await measure({ address, pid, sql, cookies, open, closed }, size));
  return rows;
}

/** A post that everyone signed in sees, and one in what is a site's own. */
async function subjects(sql) {
  const find = (condition) =>
    sql(`SELECT e.ref AS thread, e.needs, 'post:' || p.id AS post FROM core.entity e JOIN threads.post p ON p.thread_ref = e.ref
      WHERE ${condition} AND length(p.body) BETWEEN 100 AND 600 ORDER BY e.ref, p.position LIMIT 1`);
  const [[open], [closed]] = [await find(`e.needs = '{network}'`), await find(`NOT e.needs <@ '{network,public}'`)];
  return { open, closed };
}

async function measure({ address, pid, sql, cookies, open, closed }, size) {
  say(`Opening ${size} sockets here and there (load ${os.loadavg()[0].toFixed(1)}) ...`);
  const memory = residentOf(pid);
  const url = `${address.replace('http', 'ws')}/graphql`;
  const began = now();
  const hub = await crowdOf(size, (n) => ({ url, cookie: cookies[n % cookies.length], payload }));
  const openedMs = now() - began;
  const grown = (residentOf(pid) - memory) / size;
  const plain = fork(place('plain.mjs'));
  const { port } = await next(plain, 'port');
  const others = await crowdOf(size, () => ({ url: `ws://127.0.0.1:${port}` }));
  const text = await sampleText(hub, sql, open, size);
  const seen = { hub: [], plain: [], cpu: [], stall: [], plainStall: [], idle: [] };
  const tellPlain = () => others.delivered(size, () => plain.send({ text }));
  const tellHub = () => hub.delivered(size, () => publish(sql, open));
  for (let round = 0; round < rounds; round += 1) {
    seen.plain.push(await tellPlain());
    const before = cpuOf(pid);
    seen.hub.push(await tellHub());
    seen.cpu.push(((cpuOf(pid) - before) * 1000) / size);
    // Apart: whoever asks takes time and processor of their own.
    seen.idle.push(await longestAnswer(address, () => sleep(150)));
    seen.plainStall.push(await longestAnswer(address, tellPlain));
    seen.stall.push(await longestAnswer(address, tellHub));
  }
  const quarter = size / 4;
  const tookClosed = await hub.delivered(quarter, () => publish(sql, closed));
  await sleep(500);
  const { count } = await hub.heard();
  if (count !== 0) throw new Error(`${count} who may not see it were told.`);
  await Promise.all([hub.end(), others.end(), plain.kill()]);
  const [last, plainLast] = [median(seen.hub), median(seen.plain)];
  return {
    ...{ size, last, rate: (size / last) * 1000, ratio: plainLast / last, plainLast, tookClosed },
    ...{
      cpu: median(seen.cpu),
      stall: median(seen.stall),
      idle: median(seen.idle),
      plainStall: median(seen.plainStall),
    },
    ...{ grown, bytes: text.length, opened: (size / openedMs) * 1000 },
  };
}

async function sampleText(crowd, sql, open, size) {
  await crowd.delivered(size, () => publish(sql, open));
  return 'x'.repeat(crowd.bytes);
}

const publish = (sql, { thread, post }) =>
  sql('SELECT pg_notify($1, $2)', [
    'hub_live',
    JSON.stringify({ topics: [topic], payload: { kind: 'POST_ADDED', thread, post } }),
  ]);

/** So many listeners in two processes. */
async function crowdOf(size, listener) {
  const processes = await Promise.all(
    [0, 1].map(() => closeAtEnd(Promise.resolve(fork(place('listeners.mjs'))), (child) => child.kill())),
  );
  let closings = 0;
  for (const child of processes) child.on('message', ({ closed }) => (closings += closed ? 1 : 0));
  const all = Array.from({ length: size }, (_, n) => listener(n));
  await Promise.all(
    processes.map((child, half) => {
      const done = next(child, 'listening');
      child.send({ listen: all.filter((_one, n) => n % 2 === half) });
      return done;
    }),
  );
  const crowd = {
    bytes: 0,
    async heard(anew = false) {
      const reports = processes.map((child) => next(child, 'heard'));
      for (const child of processes) child.send({ report: anew ? 'anew' : 'so far' });
      const heard = (await Promise.all(reports)).map((report) => report.heard);
      const sum = (what) => heard.reduce((total, one) => total + one[what], 0);
      return { count: sum('count'), bytes: sum('bytes'), last: Math.max(...heard.map(({ last }) => last)) };
    },
    /** Milliseconds from the telling until so many have heard. */
    async delivered(count, tell) {
      const began = now();
      await tell();
      for (;;) {
        await sleep(10);
        const heard = await crowd.heard();
        if (heard.count >= count) {
          crowd.bytes = Math.round(heard.bytes / heard.count);
          await crowd.heard(true);
          return heard.last - began;
        }
        if (now() - began > 20_000)
          throw new Error(`Only ${heard.count} of ${count} heard; ${closings} sockets were closed.`);
      }
    },
    end: () => Promise.all(processes.map((child) => child.kill())),
  };
  return crowd;
}

const question = { method: 'POST', headers: { 'content-type': 'application/json' } };

/** Does the work while somebody asks a short question again and again: how long the longest answer took. */
async function longestAnswer(address, work) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  let longest = 0;
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const began = performance.now();
      await new Promise((resolve, reject) => {
        const request = http.request(`${address}/graphql`, { ...question, agent }, (response) =>
          response.resume().on('end', response.statusCode === 200 ? resolve : reject),
        );
        request.on('error', reject);
        request.end('{"query":"{ modelTypes { code } }"}');
      });
      longest = Math.max(longest, performance.now() - began);
      await sleep(1);
    }
  })();
  await work();
  isOver = true;
  await asking;
  agent.destroy();
  return longest;
}

function next(child, what) {
  return new Promise((resolve) => {
    const take = (message) => {
      if (!(what in message)) return;
      child.off('message', take);
      resolve(message);
    };
    child.on('message', take);
  });
}

/** Milliseconds of processor that a process has used. */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function residentOf(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
}
