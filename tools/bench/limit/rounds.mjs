/** Measures both sides of every workload in turn, in an order that changes each round, so that whatever else the machine does falls on all alike. */
import { setTimeout as sleep } from 'node:timers/promises';
import { shuffled } from './statistics.mjs';

/** Cores that others may use during a sample before it is taken again. */
const quiet = 0.25;
const mostTries = 3;

/**
 * @param {{workloads: readonly {id: string}[], sides: Record<'hub' | 'raw', {order: Function, server: number | null}>, postmaster: number | null,
 *   rounds: number, seconds: number, say: (text: string) => void, beforeRound: () => Promise<unknown>}} plan
 * @returns {Promise<Record<string, {hub: object, raw: object}[]>>} by workload, one pair for each round; the first round is not among them
 */
export async function measure({ workloads, sides, postmaster, rounds, seconds, say, beforeRound }) {
  const pairs = Object.fromEntries(workloads.map(({ id }) => [id, []]));
  for (let round = 0; round <= rounds; round += 1) {
    await beforeRound();
    const isWarmUp = round === 0;
    say(isWarmUp ? 'A round to warm up ...' : `Round ${round} of ${rounds} ...`);
    for (const { id } of shuffled(workloads)) {
      const pair = {};
      for (const name of shuffled(['hub', 'raw'])) {
        pair[name] = await sample(sides[name], {
          name: id,
          postmaster,
          say,
          ms: seconds * 1000,
          tries: isWarmUp ? 1 : mostTries,
        });
      }
      if (!isWarmUp) pairs[id].push(pair);
    }
  }
  return pairs;
}

/** One sample; taken again while others kept the machine busy, and then the quietest. */
async function sample({ order, server }, { name, postmaster, say, ms, tries }) {
  let best = null;
  for (let taken = 0; taken < tries; taken += 1) {
    const told = await order('run', { name, warmUpMs: 500, ms, server, postmaster });
    const one = perRequest(told);
    if (told.failed) say(`${name}: ${told.failed} of ${told.count + told.failed} were not answered. ${told.why}`);
    if (best === null || (one.others ?? 0) < best.others) best = one;
    if ((one.others ?? 0) <= quiet) break;
    await sleep(200);
  }
  return best;
}

/** Pure: what a sample says of one request. */
export function perRequest({ count, failed, elapsed, p50, p99, cpu }) {
  const each = (ms) => (ms === null || count === 0 ? null : ms / count);
  const own = cpu.server + (cpu.postgres ?? 0) + cpu.client;
  return {
    ...{ rps: count / (elapsed / 1000), p50, p99, failed: failed / (count + failed) },
    ...{ serverMs: each(cpu.server), postgresMs: each(cpu.postgres) },
    others: cpu.all === null ? null : Math.max(0, (cpu.all - own) / elapsed),
  };
}
