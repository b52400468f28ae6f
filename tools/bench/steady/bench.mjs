/**
 * Whether a hub that works evenly stays as it is (R14): people read, search, write, sign in and out, send what cannot be understood, and
 * open and close live connections, for as long as is said, while memory and open files of an API and a worker are noted.
 */
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../../launcher/say.mjs';
import { openBenchDatabase, startBenchHub } from '../hub.mjs';
import { openFiles, residentMb } from '../limit/proc.mjs';
import { churn } from './churn.mjs';
import { logOfHub } from './hub-log.mjs';
import { people } from './people.mjs';
import { optionsIn } from './options.mjs';
import { tableOf } from '../limit/table.mjs';
import { headings, lineOf, verdictOf } from './verdict.mjs';

const everyMs = 10_000;
const saidEvery = 6;

/** @param {readonly string[]} args such as `--minutes 30 --rate 20 --sockets 60` */
export async function run(args) {
  const { minutes, rate, sockets } = optionsIn(args);
  const { url, sql } = await openBenchDatabase();
  const settings = { HUB_SOCKETS_PER_ADDRESS: '0' };
  const log = logOfHub();
  const api = await startBenchHub(url, { ...settings, HUB_ROLE: 'api', HUB_DEMO: '1', HUB_LOG: 'json' }, log.hear);
  const worker = await startBenchHub(url, { ...settings, HUB_ROLE: 'worker', HUB_DEMO: '1' });
  const processes = [
    { name: 'api', pid: api.pid },
    { name: 'worker', pid: worker.pid },
  ];
  say(`${os.cpus().length} cores, Node ${process.versions.node}; load ${os.loadavg()[0].toFixed(1)}.`);
  say(`${minutes} minutes of ${rate} requests a second, and ${sockets} live connections that come and go ...`);
  const crowd = await people(api.address, sql, rate);
  const listening = churn(api.address, crowd.cookies, sockets);
  const samples = await noted(processes, minutes);
  const [calls, { opened, failed }] = await Promise.all([crowd.stop(), listening.stop()]);
  say(`${calls.count} requests were answered, ${calls.failures.length} of them not as they should be.`);
  say(`${opened} live connections were opened; ${failed} could not be.`);
  for (const { what, request } of calls.failures) say(`${what}: ${log.whyOf(request)}`);
  const verdicts = processes.map(({ name }) => verdictOf(name, samples, minutes));
  console.log(`\n${tableOf(headings, verdicts.map(lineOf))}\n`);
  return verdicts.every(({ isKept }) => isKept) && calls.failures.length === 0 && failed === 0;
}

async function noted(processes, minutes) {
  const samples = [];
  for (let n = 0; n * everyMs <= minutes * 60_000; n += 1) {
    const at = (n * everyMs) / 60_000;
    for (const { name, pid } of processes) samples.push({ name, at, mb: residentMb(pid), files: openFiles(pid) });
    const now = samples
      .slice(-processes.length)
      .map(({ name, mb, files }) => `${name} ${mb.toFixed(0)} MB, ${files} files`);
    if (n % saidEvery === 0) say(`${at.toFixed(0)} min: ${now.join('; ')}`);
    await sleep(everyMs);
  }
  return samples;
}
