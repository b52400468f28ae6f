/** What the hub is to reach of what PostgreSQL, and a socket, can serve: what it must, and what would be better still. Pure. */

/**
 * By workload: throughput and CPU as multiples of raw SQL in the same round, statements of one operation, the longest that one request in a
 * hundred may take (in ms), and pages of memory that it may touch.
 */
const ofWorkload = {
  W1: { throughput: [0.42, 0.6], cpu: [2.1, 1.5], statements: [1], p99: [50], buffers: [200] },
  W2: { throughput: [0.42, 0.7], cpu: [2.0, 1.3], statements: [1], p99: [50], buffers: [600] },
  W3: { throughput: [0.35, 0.48], cpu: [2.2, 1.7], statements: [1], p99: [50], buffers: [60] },
  W4: { throughput: [0.8, 0.95], cpu: [1.35, 1.1], statements: [1], p99: [60], buffers: [600] },
  W5: { throughput: [0.6, 0.75], cpu: [1.7, 1.4], statements: [1], p99: [60] },
};
/** One request in a hundred may take so many times as long as the middle one. */
const longestTail = [5];
/** From the smallest network to the largest: PostgreSQL's CPU for one request, and throughput, as multiples. */
const ofGrowth = {
  W1: { cpu: [1.4], throughput: [0.75] },
  W2: { cpu: [1.2], throughput: [0.9] },
  W3: { cpu: [1.2], throughput: [0.85] },
  W4: { cpu: [2.3], throughput: [0.5] },
};
/** From its start to its first answer with nothing to migrate; what it holds after everything was asked. */
const ofProcess = { startMs: [1500], residentMb: [180] };
/** W6, at each size of crowd; the last of ten thousand hears within `last`. */
const ofFanOut = { rate: [50_000], ratio: [0.7], cpu: [18], last: [250], stall: [20], grown: [55] };

/** @typedef {{of: string, goal: string, asked: string, reached: number | null, verdict: 'stretch' | 'must' | 'NO' | 'unknown'}} Verdict */

/**
 * What is said of each goal of one workload.
 * @param {{id: string, summary: object, counted: {hub: object} | null}} measured
 * @returns {Verdict[]}
 */
export function workloadVerdicts({ id, summary: { throughput, cpu, hub }, counted }) {
  const goal = ofWorkload[id];
  return [
    atLeast(id, 'throughput, × raw', goal.throughput, throughput),
    atMost(id, 'CPU, × raw', goal.cpu, cpu),
    atMost(id, 'statements', goal.statements, counted && Math.round(counted.hub.statements * 100) / 100),
    atMost(id, 'not answered, share', [0], hub.failed),
    atMost(id, 'p99, ms', goal.p99, hub.p99),
    atMost(id, 'p99 / p50', longestTail, hub.p99 === null ? null : hub.p99 / hub.p50),
    ...(goal.buffers ? [atMost(id, 'buffers', goal.buffers, counted && counted.hub.buffers)] : []),
  ];
}

/** @returns {Verdict[]} */
export function processVerdicts({ startMs, residentMb }) {
  return [
    atMost('start', 'ms to the first answer', ofProcess.startMs, startMs),
    atMost('memory', 'MB after all that', ofProcess.residentMb, residentMb),
  ];
}

/** @returns {Verdict[]} */
export function fanOutVerdicts(rows) {
  return rows.flatMap((row) => {
    const of = `W6, ${row.size.toLocaleString('en-GB')}`;
    return [
      atLeast(of, 'deliveries a second', ofFanOut.rate, row.rate),
      atLeast(of, 'throughput, × plain', ofFanOut.ratio, row.ratio),
      atMost(of, 'hub CPU of one, µs', ofFanOut.cpu, row.cpu),
      ...(row.size === 10_000 ? [atMost(of, 'ms to the last', ofFanOut.last, row.last)] : []),
      atMost(of, 'ms that others wait', ofFanOut.stall, row.stall),
      atMost(of, 'KB a socket', ofFanOut.grown, row.grown),
    ];
  });
}

/** @returns {Verdict[]} of two results: the smaller network's and the larger one's */
export function growthVerdicts(small, large) {
  return Object.entries(ofGrowth).flatMap(([id, goal]) => {
    const [before, after] = [small, large].map(({ measured }) => measured.find((one) => one.id === id)?.summary.hub);
    if (!before || !after) return [];
    const cpu = before.postgresMs === null || after.postgresMs === null ? null : after.postgresMs / before.postgresMs;
    return [
      atMost(id, 'growth of PostgreSQL CPU, ×', goal.cpu, cpu),
      atLeast(id, 'throughput that is left, ×', goal.throughput, after.rps / before.rps),
    ];
  });
}

const atLeast = (of, goal, [must, stretch], reached) =>
  verdictOf({ of, goal, sign: '≥', must, stretch, reached, isMet: (least) => reached >= least });

const atMost = (of, goal, [must, stretch], reached) =>
  verdictOf({ of, goal, sign: '≤', must, stretch, reached, isMet: (most) => reached <= most });

function verdictOf({ of, goal, sign, must, stretch, reached, isMet }) {
  const asked = `${sign} ${must}${stretch === undefined ? '' : ` / ${stretch}`}`;
  return { of, goal, asked, reached, verdict: wordFor({ must, stretch, reached, isMet }) };
}

function wordFor({ must, stretch, reached, isMet }) {
  if (reached === null || reached === undefined) return 'unknown';
  if (!isMet(must)) return 'NO';
  return stretch !== undefined && isMet(stretch) ? 'stretch' : 'must';
}
