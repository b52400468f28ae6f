/** The figures of one workload: medians of its rounds, each ratio taken inside a round. Pure. */
import { median } from '../two-samples.mjs';

/** @param {readonly {hub: object, raw: object}[]} pairs one for each round */
export function summary(pairs) {
  const of = (figure) => median(pairs.map(figure));
  const side = (name) => ({
    rps: of((pair) => pair[name].rps),
    p50: orNull(pairs, (pair) => pair[name].p50),
    p99: orNull(pairs, (pair) => pair[name].p99),
    failed: of((pair) => pair[name].failed),
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
  return figures.every((value) => typeof value === 'number' && !Number.isNaN(value)) ? median(figures) : null;
}
