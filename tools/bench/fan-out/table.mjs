/** What telling thousands took, as a table in Markdown. Pure. */

export function tableOf(rows) {
  const head = [
    'sockets',
    'told to the last, ms',
    'plain, ms',
    'deliveries a second',
    '× plain',
    'hub CPU, µs each',
    'longest answer beside it, ms (idle; plain)',
    'a quarter told, ms',
    'KB a socket',
    'bytes',
    'opened a second',
  ];
  const lines = rows.map((row) => [
    row.size,
    row.last.toFixed(0),
    row.plainLast.toFixed(0),
    Math.round(row.rate).toLocaleString('en'),
    row.ratio.toFixed(2),
    row.cpu.toFixed(1),
    `${row.stall.toFixed(0)} (${row.idle.toFixed(0)}; ${row.plainStall.toFixed(0)})`,
    row.tookClosed.toFixed(0),
    row.grown.toFixed(0),
    row.bytes,
    Math.round(row.opened).toLocaleString('en'),
  ]);
  return [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n');
}
