/**
 * Whether what is kept of operations stays bounded: a hub is asked a thousand different texts again and again, each new to it at first, and
 * what its heap holds when rubbish is out must be the same at the end as when each text had come a few times.
 */
import http from 'node:http';
import os from 'node:os';
import { say } from '../../launcher/say.mjs';
import { openBenchHub } from '../hub.mjs';
import { residentMb } from '../limit/proc.mjs';
import { tableOf } from '../limit/table.mjs';

const texts = 1000;
const connections = 8;
const parts = 10;
const most = 1.1;
const token = 'the bench of texts';

/** @param {readonly string[]} args how many requests; 200,000 where it is not said */
export async function run([asked]) {
  const requests = Number(asked ?? 200_000);
  const hub = await openBenchHub({ HUB_ROLE: 'api', HUB_METRICS_TOKEN: token });
  say(`${os.cpus().length} cores, Node ${process.versions.node}; load ${os.loadavg()[0].toFixed(1)}.`);
  say(`${requests} requests of ${texts} different texts ...`);
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const rows = [];
  for (let part = 1; part <= parts; part += 1) {
    const held = await askPart(hub.address, agent, ((part - 1) * requests) / parts, requests / parts);
    rows.push({ asked: (part * requests) / parts, held, resident: residentMb(hub.pid) });
  }
  agent.destroy();
  const [early, last] = [rows[2].held, rows.at(-1).held];
  const cells = rows.map(({ asked: count, held, resident }) => [count, held.toFixed(1), resident.toFixed(0)]);
  console.log(`\n${tableOf(['requests', 'MB held', 'MB resident'], cells)}\n`);
  say(
    `${(last / early).toFixed(2)} times as much is held at the end as after three tenths; ${most} at most is promised.`,
  );
  return last <= early * most;
}

/** Asks so many, and gives the least that the heap held meanwhile, in MB: what was left when rubbish had just been taken out. */
async function askPart(address, agent, from, count) {
  let next = 0;
  let least = Infinity;
  const caller = async () => {
    while (next < count) {
      const at = next++;
      await call(agent, `${address}/graphql`, textOf((from + at) % texts));
      if (at % 50 === 0) least = Math.min(least, await heapOf(address, agent));
    }
  };
  await Promise.all(Array.from({ length: connections }, caller));
  return least;
}

const textOf = (n) =>
  JSON.stringify({ query: `query Text${n} { modelTypes { code called${n}: name again${n}: name } }` });

async function heapOf(address, agent) {
  const page = await call(agent, `${address}/metrics`);
  return Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(page)?.[1]) / 1024 ** 2;
}

function call(agent, url, body) {
  const headers = body ? { 'content-type': 'application/json' } : { authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    const request = http.request(url, { agent, method: body ? 'POST' : 'GET', headers }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      if (response.statusCode === 200 && !text.startsWith('{"errors"')) resolve(text);
      else reject(new Error(text));
    });
    request.on('error', reject);
    request.end(body);
  });
}
