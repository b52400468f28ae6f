/** What those who run a hub would have: a collector of traces, the log, and one figure of many. */
import { jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

interface Sent {
  readonly url: string;
  readonly authorization: string;
  readonly body: {
    readonly resourceSpans: readonly [{ readonly scopeSpans: readonly [{ readonly spans: readonly SentSpan[] }] }];
  };
}

export interface SentSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
}

export interface Collector {
  readonly endpoint: string;
  /** What it was sent, as it comes. */
  readonly sent: readonly Sent[];
  spansOf(traceId: string): SentSpan[];
  stop(): void;
}

/** Starts a collector of traces as a process of its own. */
export async function startCollector(): Promise<Collector> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'collector.mjs')]);
  const said = createInterface({ input: child.stdout });
  const [first] = (await once(said, 'line')) as [string];
  const sent: Sent[] = [];
  said.on('line', (line) => sent.push(JSON.parse(line) as Sent));
  const spans = () => sent.flatMap(({ body }) => body.resourceSpans[0].scopeSpans[0].spans);
  return {
    endpoint: `http://127.0.0.1:${(JSON.parse(first) as { port: number }).port}`,
    sent,
    spansOf: (traceId) => spans().filter((span) => span.traceId === traceId),
    stop: () => child.kill(),
  };
}

/** What the log says while something is done, line by line. */
export async function logged(work: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const lines: string[] = [];
  const spied = jest.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  try {
    await work();
    await new Promise((resolve) => setTimeout(resolve, 50));
  } finally {
    spied.mockRestore();
  }
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** One figure of a page of metrics; NaN where it is not there. */
export function figureIn(page: string, name: string): number {
  const line = page.split('\n').find((each) => each.startsWith(`${name} `));
  return Number(line?.split(' ').at(-1) ?? NaN);
}
