/**
 * A process of its own that keeps one side busy: so many loops, each asking for the next as soon as it has an answer. Of the hub it is the
 * client; of raw SQL it is the whole server, with nothing in front of it.
 */
import pg from 'pg';
import { connect, requestBytes } from './http-client.mjs';
import { cpuOf, cpuOfAll, cpuOfFamily } from './proc.mjs';
import { quantile } from './statistics.mjs';

let side = null;
const workloads = new Map();

const orders = {
  hub({ address, connections }) {
    const { host } = new URL(address);
    side = {
      refusal: () => null,
      prepare: (requests) => requests.map((request) => requestBytes({ host, ...request })),
      // Anew for each sample: the hub does not wait long for a connection that asks nothing.
      async open() {
        const open = await Promise.all(Array.from({ length: connections }, () => connect(address)));
        return { askers: open.map(({ ask }) => ask), close: () => open.forEach(({ close }) => close()) };
      },
    };
  },
  raw({ url, connections, pool: max }) {
    const asText = { getTypeParser: () => (value) => value };
    const poolOf = (mode) => {
      const options = `-c plan_cache_mode=force_${mode}_plan`;
      const pool = new pg.Pool({ connectionString: url, max, idleTimeoutMillis: 0, types: asText, options });
      // The end of the bench ends the database first.
      pool.on('error', () => undefined);
      return pool;
    };
    // What is named is planned once; PostgreSQL left to itself would plan some of it anew each time.
    const [planned, unplanned] = [poolOf('generic'), poolOf('custom')];
    const ask = ({ name, text, values }) =>
      (name ? planned : unplanned).query({ name, text, values }).then(({ rows }) => rows[0]?.data ?? null);
    const askers = Array.from({ length: connections }, () => ask);
    side = {
      refusal: undefined,
      prepare: (statements) => statements,
      open: () => ({ askers, close: () => undefined }),
    };
  },
  prepare({ name, inputs }) {
    workloads.set(name, { inputs: side.prepare(inputs), next: 0 });
  },
  /** Each input once, one after the other, and what came of it; null where the hub refused. */
  async once({ name, count }) {
    const { inputs } = workloads.get(name);
    const { askers, close } = await side.open();
    const answers = [];
    for (const input of inputs.slice(0, count)) answers.push(await askers[0](input).catch(side.refusal));
    close();
    return answers;
  },
  async run({ name, warmUpMs, ms, server, postmaster }) {
    const workload = workloads.get(name);
    const { askers, close } = await side.open();
    await keepBusy(workload, askers, warmUpMs);
    const before = taken(server, postmaster);
    const { times, elapsed, failed, why } = await keepBusy(workload, askers, ms);
    const after = taken(server, postmaster);
    close();
    times.sort();
    return {
      ...{ count: times.length, failed, why, elapsed },
      p50: quantile(times, 0.5),
      p99: quantile(times, 0.99),
      cpu: Object.fromEntries(Object.keys(after).map((key) => [key, difference(before[key], after[key])])),
    };
  },
};

/** What is refused, or takes too long for the hub, counts as failed and not as a time. */
async function keepBusy(workload, askers, ms) {
  const times = [];
  const failures = [];
  const began = performance.now();
  const loop = async (ask) => {
    for (let now = performance.now(); now - began < ms;) {
      const input = workload.inputs[workload.next++ % workload.inputs.length];
      const isAnswered = await ask(input).then(
        () => true,
        (error) => failures.push(error.message) && false,
      );
      const end = performance.now();
      if (isAnswered) times.push(end - now);
      now = end;
    }
  };
  await Promise.all(askers.map(loop));
  return {
    ...{ times: Float64Array.from(times), elapsed: performance.now() - began },
    ...{ failed: failures.length, why: failures[0] ?? null },
  };
}

/** `server` is the process that answers: this one where it asks PostgreSQL itself. */
function taken(server, postmaster) {
  return {
    server: cpuOf(server ?? process.pid),
    postgres: postmaster === null ? null : cpuOfFamily(postmaster),
    client: server ? cpuOf(process.pid) : 0,
    all: cpuOfAll(),
  };
}

const difference = (before, after) => (before === null || after === null ? null : after - before);

process.on('message', async ({ id, order, ...rest }) => {
  try {
    process.send({ id, result: (await orders[order](rest)) ?? null });
  } catch (error) {
    process.send({ id, error: error.message });
  }
});
process.on('disconnect', () => process.exit(0));
