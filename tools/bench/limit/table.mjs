/** The tables that a person reads: one of what was measured, one of what was promised. Pure. */

/** A Markdown table. */
export function tableOf(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A number as people read it: three figures of it; a dash where there is none. */
export function figure(value) {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-GB');
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** @param {{id: string, name: string, summary: object, counted: {hub: object, raw: object} | null}[]} measured */
export function measuredTable(measured) {
  return tableOf(
    [
      ...['', 'raw a second', 'hub a second', 'throughput, × raw', 'p50 ms', 'p99 ms', 'hub CPU ms (PostgreSQL)'],
      ...['raw CPU ms (PostgreSQL)', 'CPU, × raw', 'statements', 'buffers (raw)'],
    ],
    measured.map(({ id, name, summary: { hub, raw, throughput, cpu }, counted }) => [
      ...[`${id} ${name}`, figure(raw.rps), figure(hub.rps), figure(throughput), figure(hub.p50), figure(hub.p99)],
      ...[hub, raw].map(({ serverMs, postgresMs }) => `${figure(serverMs)} (${figure(postgresMs)})`),
      figure(cpu),
      figure(counted?.hub.statements),
      `${figure(counted?.hub.buffers)} (${figure(counted?.raw.buffers)})`,
    ]),
  );
}

/** @param {readonly import('./goals.mjs').Verdict[]} verdicts */
export function goalsTable(verdicts) {
  return tableOf(
    ['', 'goal', 'must / stretch', 'reached', 'met'],
    verdicts.map(({ of, goal, asked, reached, verdict }) => [of, goal, asked, figure(reached), verdict]),
  );
}
