/**
 * Traces: how long the parts of a request took, and of what follows from it. Which trace is known from the request's id alone, so that the
 * worker's part joins it without anything more being kept. Where nobody takes traces this costs a look at a variable.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { LogFacts } from '../log';
import { currentWork, workFor, type CurrentWork } from './current-work';

export interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  /** Of a bounded list, as all names in figures. */
  readonly name: string;
  readonly kind: 'server' | 'client' | 'consumer';
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  readonly attributes: LogFacts;
  readonly isFailure: boolean;
}

export interface SpanTaker {
  take(span: Span): void;
}

let taker: SpanTaker | null = null;

/** From here on spans are given to this one, or to nobody. */
export function giveSpansTo(next: SpanTaker | null): void {
  taker = next;
}

/** The time, finer than the clock's milliseconds. */
const now = () => performance.timeOrigin + performance.now();

/** The trace of a request, by its id: that of a UUID are its digits. */
export function traceIdOf(requestId: string): string {
  const digits = requestId.replaceAll('-', '').toLowerCase();
  return /^[0-9a-f]{32}$/.test(digits) ? digits : digest(requestId).slice(0, 32);
}

/** The span of the request itself, which everything else of it lies below. */
const rootSpanOf = (requestId: string) => digest(`span ${requestId}`).slice(0, 16);

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** Does part of the work at hand, and tells how long it took. */
export async function traced<T>(kind: Span['kind'], name: string, work: () => Promise<T>): Promise<T> {
  const current = currentWork();
  if (!taker || !current) return work();
  const part = { current, kind, name, spanId: randomBytes(8).toString('hex'), start: now() };
  try {
    const result = await workFor({ ...current, span: part.spanId }, work);
    tell(part, false);
    return result;
  } catch (error) {
    tell(part, true);
    throw error;
  }
}

/** Tells of a request that took so long until now. */
export function requestTraced(work: CurrentWork, name: string, milliseconds: number, facts: LogFacts): void {
  if (!taker) return;
  const end = now();
  const isFailure = typeof facts.status === 'number' && facts.status >= 500;
  const ids = { traceId: traceIdOf(work.id), spanId: rootSpanOf(work.id) };
  taker.take({ ...ids, name, kind: 'server', start: end - milliseconds, end, attributes: facts, isFailure });
}

interface Part extends Pick<Span, 'kind' | 'name' | 'spanId' | 'start'> {
  readonly current: CurrentWork;
}

function tell({ current: { id, span }, ...part }: Part, isFailure: boolean): void {
  const ids = { traceId: traceIdOf(id), parentSpanId: span ?? rootSpanOf(id) };
  taker?.take({ ...part, ...ids, end: now(), attributes: {}, isFailure });
}
