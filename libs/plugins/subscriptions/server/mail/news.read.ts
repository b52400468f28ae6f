/** What a mail with news may say now: read when it is sent, with the keys that its reader holds by then. */
import { createHash } from 'node:crypto';
import type { DomainEvent, EntityRef } from '@hub/core/contract';
import { visibleSql } from '@hub/core/server';
import type { EntityManager } from 'typeorm';
import { choicesJoined, frequency, isStillWanted } from './frequency.sql';
import type { NewsKind } from './letter.record';

export interface NewsOfLetter {
  readonly kind: NewsKind;
  readonly lastOfDay: boolean;
  readonly keys: readonly string[];
}

export interface NewsItem {
  readonly id: string;
  readonly eventName: string;
  readonly facts: DomainEvent['facts'] | null;
  readonly happened: string;
  /** Why it is addressed to the reader; null when they heard by following. */
  readonly because: string | null;
  readonly subject: EntityRef;
  /** The id of a row that it opens in place of its subject. */
  readonly opens: string | null;
  readonly title: string;
  /** Null when nobody did it, or nobody who is to be named. */
  readonly actor: string | null;
  readonly rule: EntityRef | null;
  readonly ruleTitle: string | null;
  /** FAMILY, or the name of a default rule. */
  readonly ruledBy: string | null;
}

/** Whose letter it is. Null when its reader may not be written to any more. */
export async function letterWithReader(tx: EntityManager, id: string): Promise<NewsOfLetter | null> {
  const [row] = await tx.query<NewsOfLetter[]>(
    `SELECT l.kind, l.last_of_day AS "lastOfDay", a.keys FROM subscriptions.letter l
     JOIN core.account a ON a.ref = l.member_ref AND a.suspended_at IS NULL WHERE l.id = $1`,
    [id],
  );
  return row ?? null;
}

/** What it tells of: what its reader still wants and may still see, addressed to them first, each the oldest first. */
export function newsIn(tx: EntityManager, letter: string): Promise<NewsItem[]> {
  return tx.query(
    `SELECT n.id, n.event_name AS "eventName", event.facts, n.happened, n.because, n.subject_ref AS subject, n.opens, ${titleOf('subject')} AS title,
       ${titleOf('actor')} AS actor, n.rule_ref AS rule, ${titleOf('followed')} AS "ruleTitle", n.ruled_by AS "ruledBy"
     FROM subscriptions.notification n ${choicesJoined}
       JOIN core.account a ON a.ref = n.member_ref
       JOIN core.entity subject ON subject.ref = n.subject_ref AND ${visibleSql('subject', 'a.keys')}
       LEFT JOIN core.entity actor ON actor.ref = n.actor_ref AND ${visibleSql('actor', 'a.keys')}
       LEFT JOIN core.entity followed ON followed.ref = n.rule_ref AND ${visibleSql('followed', 'a.keys')}
       LEFT JOIN core.domain_event event ON event.id = n.event_id
     WHERE n.letter_id = $1 AND ${isStillWanted} AND ${frequency} <> 'NEVER'
     ORDER BY n.because IS NULL, n.created_at, n.id`,
    [letter],
  );
}

/** The Message-IDs of the mails about a thing that its reader had before this one, the oldest first. */
export async function mailsBefore(tx: EntityManager, letter: string, subject: EntityRef): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT m.message_id AS id FROM subscriptions.letter this
       JOIN subscriptions.letter l ON l.member_ref = this.member_ref AND l.kind = 'AT_ONCE' AND l.created_at < this.created_at
       JOIN subscriptions.notification n ON n.letter_id = l.id AND n.subject_ref = $2
       JOIN core.mail m ON m.id = l.id AND m.failed_at IS NULL
     WHERE this.id = $1 ORDER BY l.created_at DESC LIMIT 10`,
    [letter, subject],
  );
  return rows.map(({ id }) => id).reverse();
}

/** An id that all mails about one thing refer to, so that mail programs show them together. It says nothing of the thing. */
export function rootOf(subject: EntityRef, messageId: string): string {
  const host = messageId.slice(messageId.lastIndexOf('@'));
  return `<about-${createHash('sha256').update(subject).digest('hex').slice(0, 24)}${host}`;
}

function titleOf(entity: string): string {
  return `CASE ${entity}.kind WHEN 'care-model' THEN upper(split_part(${entity}.ref, '/', 2)) ELSE ${entity}.title END`;
}
