/**
 * Sends spans as OTLP over HTTP, in JSON: https://opentelemetry.io/docs/specs/otlp. Many at a time, never waited for, and dropped where the
 * collector does not take them: a hub must not stand still for those who watch it.
 */
import type { Report } from '../log';
import type { Span, SpanTaker } from './tracing';
import type { TracingSettings } from './tracing-settings';

const everyMs = 2000;
const mostWaiting = 4096;
const patienceMs = 5000;
/** A collector that is away is told of this often. */
const reportEveryMs = 60_000;

const kinds = { server: 2, client: 3, consumer: 5 } as const;

export class OtlpExporter implements SpanTaker {
  private waiting: Span[] = [];
  private dropped = 0;
  private reportedAt = 0;
  private sending: Promise<void> = Promise.resolve();
  private readonly timer = setInterval(() => void this.flush(), everyMs);

  constructor(
    private readonly settings: TracingSettings,
    private readonly report: Report,
  ) {
    this.timer.unref();
  }

  take(span: Span): void {
    if (this.waiting.length < mostWaiting) this.waiting.push(span);
    else this.dropped += 1;
  }

  /** Sends what waits, after what is being sent. */
  flush(): Promise<void> {
    this.sending = this.sending.then(() => this.send());
    return this.sending;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  private async send(): Promise<void> {
    if (this.waiting.length === 0) return;
    const spans = this.waiting;
    this.waiting = [];
    const { endpoint, headers } = this.settings;
    const address = `${endpoint.href.replace(/\/$/, '')}/v1/traces`;
    try {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(bodyOf(spans, this.settings.service)),
        signal: AbortSignal.timeout(patienceMs),
      });
      await answer.body?.cancel();
      if (!answer.ok) this.lose(spans.length, undefined, answer.status);
    } catch (error) {
      this.lose(spans.length, error, null);
    }
  }

  private lose(count: number, error: unknown, status: number | null): void {
    this.dropped += count;
    if (Date.now() - this.reportedAt < reportEveryMs) return;
    this.reportedAt = Date.now();
    this.report('Traces were not taken', error, { dropped: this.dropped, status });
  }
}

function bodyOf(spans: readonly Span[], service: string): object {
  const resource = { attributes: [attribute('service.name', service)] };
  return { resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'vanguard-hub' }, spans: spans.map(asOtlp) }] }] };
}

function asOtlp({ start, end, kind, attributes, isFailure, ...span }: Span): object {
  return {
    ...span,
    kind: kinds[kind],
    startTimeUnixNano: nanoseconds(start),
    endTimeUnixNano: nanoseconds(end),
    attributes: Object.entries(attributes).map(([name, value]) => attribute(`hub.${name}`, value)),
    ...(isFailure && { status: { code: 2 } }),
  };
}

const nanoseconds = (milliseconds: number) => String(BigInt(Math.round(milliseconds * 1000)) * 1000n);

function attribute(key: string, value: unknown): object {
  if (typeof value === 'number') return { key, value: { intValue: String(Math.round(value)) } };
  return { key, value: { stringValue: Array.isArray(value) ? value.join(' ') : String(value) } };
}
