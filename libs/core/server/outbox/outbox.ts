/** The transactional outbox: what happened is written beside the change itself, with one duty for each handler. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent, EntityRef } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import { writeRowAhead } from '../database/write-ahead';
import { currentWork } from '../operating/current-work';
import { entityChanged, everyEvent } from './core-events';

/** Which handlers hear which domain event, by the handlers' names. */
export class HandlerNames {
  constructor(private readonly registered: readonly { readonly event: string; readonly handler: string }[]) {}

  of(event: string): string[] {
    const heard = event === entityChanged.name ? [event] : [event, everyEvent];
    return this.registered.filter((entry) => heard.includes(entry.event)).map((entry) => entry.handler);
  }
}

/** The channel on which a commit wakes the workers, and says what something happened to: nothing where it is the same as before. */
export const outboxChannel = 'hub_outbox';

@Injectable()
export class Outbox {
  constructor(@Inject(HandlerNames) private readonly handlers: HandlerNames) {}

  /**
   * Stores a domain event and its deliveries in the caller's transaction, and wakes the workers when it commits. What is raised of
   * something loaded says so itself: `loaded`. With `placed` its facts also say, as `careModels`, which its subject has by then.
   */
  async add(tx: EntityManager, event: DomainEvent, { placed = false } = {}): Promise<void> {
    await writeRowAhead(tx, addEvents, {
      id: randomUUID(),
      ...{ name: event.name, subject: event.subject, actor: event.actor, at: event.at, facts: event.facts, placed },
      loaded: event.loaded === true,
      request: event.actor === null ? null : (currentWork()?.id ?? null),
      handlers: this.handlers.of(event.name),
    });
  }

  /**
   * What was loaded of a thing is handled as if it had just happened: people find it unread, and are mailed. In the transaction that loads
   * it; afterwards it has been handled.
   */
  async tellOfLoaded(tx: EntityManager, subject: EntityRef, event: string): Promise<void> {
    await tx.query('UPDATE core.domain_event SET loaded = false WHERE subject_ref = $1 AND name = $2', [
      subject,
      event,
    ]);
  }

  /** Gives up on a parked delivery for good: what should have followed does not. False when there is none that is parked. */
  async discard(tx: EntityManager, eventId: string, handler: string): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `UPDATE core.delivery SET done_at = now()
       WHERE event_id = $1::uuid AND handler = $2 AND parked_at IS NOT NULL AND done_at IS NULL RETURNING event_id`,
      [eventId, handler],
    );
    return rows.length > 0;
  }

  /** Lets a parked delivery be tried again from the first. False when there is none that is parked. */
  async retry(tx: EntityManager, eventId: string, handler: string): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `UPDATE core.delivery SET parked_at = NULL, attempts = 0, next_at = now()
       WHERE event_id = $1::uuid AND handler = $2 AND parked_at IS NOT NULL AND done_at IS NULL RETURNING event_id`,
      [eventId, handler],
    );
    await tx.query(`SELECT pg_notify('${outboxChannel}', '')`);
    return rows.length > 0;
  }
}

/** `$1`: a list of events, each with who handles it. */
const addEvents = `
  WITH told AS (
    SELECT v.id, v.name, v.subject, v.actor, v.at, v.facts, v.placed, v.loaded, v.request, v.handlers FROM jsonb_to_recordset($1::jsonb) AS v
      (id uuid, name text, subject text, actor text, at timestamptz, facts jsonb, placed boolean, loaded boolean, request text, handlers text[])
  ), event AS (
    INSERT INTO core.domain_event (id, name, subject_ref, actor_ref, at, facts, loaded, request_id)
    SELECT v.id, v.name, v.subject, v.actor, v.at,
      CASE WHEN v.placed THEN v.facts || jsonb_build_object('careModels',
        coalesce((SELECT e.care_models FROM core.entity e WHERE e.ref = v.subject), '{}')) ELSE v.facts END,
      v.loaded OR coalesce(current_setting('hub.loading', true), '') = 'on', v.request FROM told v
    RETURNING pg_notify('${outboxChannel}', subject_ref) IS NULL AS waking
  )
  INSERT INTO core.delivery (event_id, handler, next_at)
  SELECT v.id, h, now() FROM told v, unnest(v.handlers) h`;
