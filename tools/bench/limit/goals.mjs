/** What the hub is to reach of what PostgreSQL itself can serve: what it must, and what would be better still. */
import { median } from '../two-samples.mjs';

/**
 * By workload: throughput and CPU as multiples of raw SQL in the same round, statements of one operation, the longest that one request in a
 * hundred may take (in ms, and as a multiple of the median), and pages of memory that it may touch.
 */
export const goals = {
  W1: { throughput: [0.42, 0.6], cpu: [2.1, 1.5], statements: 1, p99: 50, buffers: 200 },
  W2: { throughput: [0.42, 0.7], cpu: [2.0, 1.3], statements: 1, p99: 50, buffers: 600 },
  W3: { throughput: [0.35, 0.48], cpu: [2.2, 1.7], statements: 1, p99: 50, buffers: 60 },
  W4: { throughput: [0.8, 0.95], cpu: [1.35, 1.1], statements: 1, p99: 60, buffers: 600 },
  W5: { throughput: [0.6, 0.75], cpu: [1.7, 1.4], statements: 1, p99: 60 },
};
export const longestTail = 5;

/** The figures of one workload: medians of its rounds, each ratio taken inside a round. Pure. */
export function summary(pairs) {
  const of = (figure) => median(pairs.map(figure));
  const side = (name) => ({
    rps: of((pair) => pair[name].rps),
    p50: of((pair) => pair[name].p50),
    p99: of((pair) => pair[name].p99),
    serverMs: orNull(pairs, (pair) => pair[name].serverMs),
    postgresMs: orNull(pairs, (pair) => pair[name].postgresMs),
  });
  return {
    ...{ hub: side('hub'), raw: side('raw') },
    throughput: of(({ hub, raw }) => hub.rps / raw.rps),
    cpu: orNull(pairs, ({ hub, raw }) => cpuOf(hub) && cpuOf(hub) / cpuOf(raw)),
    others: orNull(pairs, ({ hub, raw }) => hub.others !== null && Math.max(hub.others, raw.others)),
  };
}

const cpuOf = ({ serverMs, postgresMs }) => (serverMs === null || postgresMs === null ? null : serverMs + postgresMs);

/** The median, or null where one of them could not be told. */
function orNull(pairs, figure) {
  const figures = pairs.map(figure);
  return figures.every((value) => typeof value === 'number') ? median(figures) : null;
}

/**
 * What is said of each goal of a workload, in the order of the table: 'stretch', 'must', 'NO', or 'unknown'. Pure.
 * @returns {{goal: string, asked: string, reached: number | null, verdict: string}[]}
 */
export function verdicts(id, { throughput, cpu, hub }, counted) {
  const goal = goals[id];
  return [
    atLeast('throughput', goal.throughput, throughput),
    atMost('CPU', goal.cpu, cpu),
    atMost('statements', [goal.statements], counted && Math.round(counted.statements * 100) / 100),
    atMost('p99, ms', [goal.p99], hub.p99),
    atMost('p99 / p50', [longestTail], hub.p99 / hub.p50),
    ...(goal.buffers ? [atMost('buffers', [goal.buffers], counted && counted.buffers)] : []),
  ];
}

function atLeast(goal, [must, stretch], reached) {
  return {
    goal,
    asked: `≥ ${must} / ${stretch}`,
    reached,
    verdict: verdictOf(reached, (least) => reached >= least, must, stretch),
  };
}

function atMost(goal, [must, stretch], reached) {
  const asked = stretch === undefined ? `≤ ${must}` : `≤ ${must} / ${stretch}`;
  return { goal, asked, reached, verdict: verdictOf(reached, (most) => reached <= most, must, stretch) };
}

function verdictOf(reached, isMet, must, stretch) {
  if (reached === null || reached === undefined) return 'unknown';
  if (!isMet(must)) return 'NO';
  return stretch !== undefined && isMet(stretch) ? 'stretch' : 'must';
}
