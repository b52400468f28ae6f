/** What is counted of this process, for Prometheus. No label holds anything that people wrote or are called. */
import { Inject, Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { Database } from '../database/database';
import { hubSettings } from '../hub-settings';
import type { Settings } from '../settings';
import { Backlogs } from './backlog';
import { backlogGauges } from './backlog-gauges';
import { gauge } from './gauge';
import { replicaGauges } from './replica-gauges';

export type MailOutcome = 'sent' | 'deferred' | 'failed';
export type DeliveryOutcome = 'done' | 'failed';

/** What a process knows of its live connections at a moment. */
export interface LiveCounts {
  readonly sockets: number;
  readonly subscriptions: number;
}

@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'hub_request_duration_seconds',
    help: 'How long requests took, by operation of the pages, or by route',
    labelNames: ['operation'] as const,
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });
  private readonly errors = new Counter({
    name: 'hub_request_errors_total',
    help: 'Errors in answers to requests and to live operations',
    labelNames: ['operation', 'code'] as const,
    registers: [this.registry],
  });
  private readonly mails = new Counter({
    name: 'hub_mails_total',
    help: 'Tries to send a letter, by what became of it: sent, deferred to be tried again, failed for good',
    labelNames: ['outcome'] as const,
    registers: [this.registry],
  });
  private readonly deliveries = new Counter({
    name: 'hub_deliveries_total',
    help: 'Consequences of events that this process worked on',
    labelNames: ['outcome'] as const,
    registers: [this.registry],
  });

  constructor(
    @Inject(hubSettings) { operating, role }: Pick<Settings, 'operating' | 'role'>,
    @Inject(Database) database: Database,
    @Inject(Backlogs) backlogs: Backlogs,
  ) {
    const isAskedFor = operating.port !== null || operating.metricsToken !== null;
    if (isAskedFor) collectDefaultMetrics({ register: this.registry });
    const info = [{ labels: { role, node: process.version }, value: 1 }];
    gauge(this.registry, 'hub_info', 'What runs', () => info, ['role', 'node']);
    gauge(
      this.registry,
      'hub_database_connections',
      'Connections of the pool, and how many wait for one',
      () => Object.entries(database.connections()).map(([state, value]) => ({ labels: { state }, value })),
      ['state'],
    );
    backlogGauges(this.registry, backlogs);
    replicaGauges(this.registry, database.replicas);
  }

  /** One request: under a name of a bounded list, with the codes of what went wrong. */
  request(operation: string, seconds: number, codes: Iterable<string>): void {
    this.requests.observe({ operation }, seconds);
    for (const code of codes) this.errors.inc({ operation, code });
  }

  mail(outcome: MailOutcome): void {
    this.mails.inc({ outcome });
  }

  delivery(outcome: DeliveryOutcome): void {
    this.deliveries.inc({ outcome });
  }

  /** From here on the live connections are read whenever somebody asks. */
  readLive(counts: () => LiveCounts): void {
    gauge(this.registry, 'hub_live_sockets', 'Live connections', () => [{ value: counts().sockets }]);
    gauge(this.registry, 'hub_live_subscriptions', 'Live operations on them', () => [
      { value: counts().subscriptions },
    ]);
  }

  /** From here on it is read whether the Redis that carries live updates is there. */
  readRedis(isThere: () => boolean): void {
    gauge(this.registry, 'hub_redis_up', 'Whether Redis is there', () => [{ value: isThere() ? 1 : 0 }]);
  }

  /** From here on it is read how many errors nobody caught since the process started. */
  readUnexpected(count: () => number): void {
    gauge(this.registry, 'hub_unexpected_errors', 'Errors since the start that nobody caught', () => [
      { value: count() },
    ]);
  }

  /** Everything, in the text format of Prometheus. */
  async page(): Promise<{ readonly type: string; readonly text: string }> {
    return { type: this.registry.contentType, text: await this.registry.metrics() };
  }
}
