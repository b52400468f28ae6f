/** What reacts to a domain event: run by the worker, once in effect, in a transaction with its own mark. */
import type { DomainEvent } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';

export interface DomainEventHandler {
  /** Reads current state itself; a repeat must be harmless. Everything written goes through `tx`. */
  handle(event: DomainEvent, tx: EntityManager): Promise<void>;
}
