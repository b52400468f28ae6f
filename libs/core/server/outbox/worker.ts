/** Works the outbox: claims one delivery at a time and handles it in the transaction that marks it done. */
import type { DomainEvent } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database';
import type { Report } from '../log';
import { workFor, type CurrentWork } from '../operating/current-work';
import type { DeliveryOutcome } from '../operating/metrics';
import { traced } from '../operating/tracing';
import { writtenProblem } from '../operating/written-frames';
import type { DomainEventHandler } from './handler';

/** After this many failures a delivery is parked, visibly, for a person to look at. */
const mostAttempts = 8;

interface ClaimedDelivery {
  readonly event_id: string;
  readonly handler: string;
  readonly attempts: number;
  readonly name: string;
  readonly subject_ref: string;
  readonly actor_ref: string | null;
  readonly at: Date;
  readonly facts: Record<string, unknown>;
  readonly loaded: boolean;
  readonly request_id: string | null;
}

interface Failure {
  readonly delivery: ClaimedDelivery;
  readonly error: unknown;
}

export class OutboxWorker {
  constructor(
    private readonly database: Database,
    private readonly handlers: ReadonlyMap<string, DomainEventHandler>,
    private readonly report: Report,
    private readonly count: (outcome: DeliveryOutcome) => void = () => undefined,
  ) {}

  /** Handles one waiting delivery. False when none was waiting. */
  async handleNext(): Promise<boolean> {
    const outcome = await this.database.source
      .transaction((tx) => this.claimAndHandle(tx))
      .catch((error: unknown) => failureOf(error));
    if (outcome === false) return false;
    this.count(outcome === true ? 'done' : 'failed');
    if (outcome !== true) await this.retryLater(outcome);
    return true;
  }

  /** Handles deliveries until none is waiting. */
  async drain(): Promise<void> {
    while (await this.handleNext());
  }

  /** Moments are kept in milliseconds, rounded, and so is now: what was due from now on is due. */
  private async claimAndHandle(tx: EntityManager): Promise<boolean> {
    const [delivery] = await tx.query<ClaimedDelivery[]>(
      `SELECT d.event_id, d.handler, d.attempts, e.name, e.subject_ref, e.actor_ref, e.at, e.facts, e.loaded, e.request_id
       FROM core.delivery d JOIN core.domain_event e ON e.id = d.event_id
       WHERE d.done_at IS NULL AND d.parked_at IS NULL AND d.next_at <= now()::timestamptz(3) AND d.handler = ANY($1::text[])
       ORDER BY d.next_at LIMIT 1 FOR UPDATE OF d SKIP LOCKED`,
      [[...this.handlers.keys()]],
    );
    if (!delivery) return false;
    try {
      await workFor(workOf(delivery), () => this.handle(delivery, tx));
      await tx.query('UPDATE core.delivery SET done_at = now() WHERE event_id = $1 AND handler = $2', [
        delivery.event_id,
        delivery.handler,
      ]);
    } catch (error) {
      throw new HandlingFailed({ delivery, error });
    }
    return true;
  }

  private handle(delivery: ClaimedDelivery, tx: EntityManager): Promise<void> {
    return traced('consumer', delivery.handler, async () =>
      this.handlers.get(delivery.handler)?.handle(eventOf(delivery), tx),
    );
  }

  private async retryLater({ delivery, error }: Failure): Promise<void> {
    const { handler, name, event_id: event, attempts } = delivery;
    workFor(workOf(delivery), () =>
      this.report('A consequence of an event failed', error, { handler, name, event, attempts: attempts + 1 }),
    );
    await this.database.source.query(
      `UPDATE core.delivery SET attempts = attempts + 1, problem = left($3, 2000),
         next_at = now() + least(interval '1 hour', interval '1 second' * power(4, attempts)),
         parked_at = CASE WHEN attempts + 1 >= $4 THEN now() END
       WHERE event_id = $1 AND handler = $2 AND done_at IS NULL`,
      [event, handler, writtenProblem(error), mostAttempts],
    );
  }
}

class HandlingFailed extends Error {
  constructor(readonly failure: Failure) {
    super('A consequence of an event failed');
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof HandlingFailed) return error.failure;
  throw error;
}

/** For whatever request raised the event; where none is named, for the event itself. */
function workOf({ request_id, event_id, handler }: ClaimedDelivery): CurrentWork {
  return { id: request_id ?? event_id, operation: handler, codes: new Set() };
}

function eventOf(delivery: ClaimedDelivery): DomainEvent {
  const { event_id: id, name, subject_ref: subject, actor_ref: actor, at, facts, loaded } = delivery;
  return { id, name, subject, actor, at, facts, loaded };
}
