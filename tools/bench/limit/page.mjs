/** The tables of docs/performance.md, made of the results that are kept. Pure. */
import { tableOf as fanOutTable } from '../fan-out/table.mjs';
import { fanOutVerdicts, growthVerdicts, processVerdicts, workloadVerdicts } from './goals.mjs';
import { figure, goalsTable, measuredTable, tableOf } from './table.mjs';

const begin = '<!-- made by `npm run bench` from docs/bench -->';
const end = '<!-- as far as here -->';

/**
 * The page with its tables renewed.
 * @param {string} text
 * @param {readonly object[]} results from the smallest network to the largest
 */
export function withTables(text, results) {
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`The page has no place for the tables: "${begin}" to "${end}".`);
  return `${before}${begin}\n\n${tables(results)}\n\n${end}${after}`;
}

/** What is said of every goal that one run, or the smallest beside the largest, can tell of. */
export function verdictsOf(results) {
  const [smallest, largest] = [results[0], results.at(-1)];
  return [
    ...largest.measured.flatMap(workloadVerdicts),
    ...fanOutVerdicts(largest.fanOut ?? []),
    ...processVerdicts(largest.hub),
    ...(largest.posts > smallest.posts ? growthVerdicts(smallest, largest) : []),
  ];
}

function tables(results) {
  if (results.length === 0) return 'Nothing has been measured yet.';
  const [smallest, largest] = [results[0], results.at(-1)];
  return [
    ...results.map((one) => `${titleOf(one)}\n\n${measuredTable(one.measured)}\n\n${aroundIt(one)}`),
    ...(largest.fanOut ? [`Told to everyone who watches, at ${posts(largest)}:`, fanOutTable(largest.fanOut)] : []),
    ...(largest.posts > smallest.posts ? ['What grows with the network:', growthTable(smallest, largest)] : []),
    `What is promised, at ${posts(largest)}:`,
    goalsTable(verdictsOf(results)),
  ].join('\n\n');
}

const posts = ({ posts: count }) => `${count.toLocaleString('en-GB')} posts`;

function titleOf(one) {
  const { cpu, cores, memoryGb, system, node, postgres } = one.machine;
  const where = `${cpu}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}, PostgreSQL ${postgres}`;
  return `**${posts(one)}**, ${one.date}, commit ${one.commit ?? 'unknown'}; ${one.rounds} rounds of ${one.seconds} s; ${where}.`;
}

function aroundIt({ hub, measured }) {
  const others = measured.map(({ summary }) => summary.others).filter((cores) => cores !== null);
  const busy = others.length ? ` Others kept ${figure(Math.max(...others))} cores of it busy at most (medians).` : '';
  return `Started in ${figure(hub.startMs)} ms to its first answer; held ${figure(hub.residentMb)} MB after all that.${busy}`;
}

/** Throughput, PostgreSQL's CPU and buffers of one workload, large against small: each of the hub, and by how much raw SQL's grew beside it. */
function growthTable(small, large) {
  const rows = large.measured.flatMap((one) => {
    const before = small.measured.find(({ id }) => id === one.id);
    if (!before) return [];
    const [hub, raw] = ['hub', 'raw'].map((side) => [figuresOf(before, side), figuresOf(one, side)]);
    const grown = ([was, is], at) => figure(is[at] / was[at]);
    return [
      [
        one.id,
        ...hub[0].flatMap((was, at) => [figure(was), figure(hub[1][at]), `${grown(hub, at)} (${grown(raw, at)})`]),
      ],
    ];
  });
  const of = (what) => [`${what} at ${posts(small)}`, `at ${posts(large)}`, '× (raw)'];
  return tableOf(['', ...of('hub a second'), ...of('PostgreSQL CPU ms'), ...of('buffers')], rows);
}

const figuresOf = ({ summary, counted }, side) => [
  summary[side].rps,
  summary[side].postgresMs,
  counted?.[side].buffers,
];
