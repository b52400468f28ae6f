/** Decides in one statement who hears of an event and why, and stores one notification for each. */
import { randomUUID } from 'node:crypto';
import type { DomainEvent, EntityRef } from '@hub/core/contract';
import { visibleSql, type ServerPlugin } from '@hub/core/server';
import type { NoticeFacts } from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';
import { decidingSql } from './rules.sql';

export interface MadeNotification {
  readonly id: string;
  readonly member: EntityRef;
}

/**
 * Stores what one event means to people, and gives those who have not been told of it before. Of a person's rules the most
 * particular that they can see decides; what is addressed to them needs none, and only MUTED stops it. Nobody hears of what they
 * may not see, or of what they did themselves.
 */
export async function storeNotifications(
  tx: EntityManager,
  event: DomainEvent,
  facts: NoticeFacts,
  plugins: readonly ServerPlugin[],
): Promise<MadeNotification[]> {
  const followed = circlesOf(facts, event.actor).flatMap((refs, circle) => refs.map((ref) => ({ ref, circle })));
  const addressees = facts.addressees ?? [];
  return tx.query(statement(plugins), [
    followed.map(({ ref }) => ref),
    followed.map(({ circle }) => circle),
    addressees.map(({ member }) => member),
    addressees.map(({ because }) => because),
    facts.news,
    [...(facts.notTo ?? []), ...(event.actor ? [event.actor] : [])],
    facts.subject,
    event.id ?? randomUUID(),
    event.name,
    event.actor,
    facts.happened,
    event.at,
    event.loaded === true,
    facts.saidAlready === true,
    addressees.map(({ opens }) => opens ?? null),
    addressees.map(({ inHubAlone }) => inHubAlone === true),
    facts.topic ?? null,
    addressees.map(({ rule }) => rule ?? null),
  ]);
}

/** Those who follow whoever did it stand in the first circle. */
function circlesOf({ circles, topic }: NoticeFacts, actor: EntityRef | null): readonly (readonly EntityRef[])[] {
  const [first, ...wider] = circles;
  return first && topic && actor ? [[...first, actor], ...wider] : circles;
}

const everybody = {
  at: '$12::timestamptz',
  circles: 'SELECT ref, position, $17::text AS topic FROM unnest($1::text[], $2::int[]) AS named (ref, position)',
  isSeen: (entity: string) =>
    visibleSql(entity, '(SELECT a.keys FROM core.account a WHERE a.ref = rule.member_ref)::text[]'),
};

const statement = (plugins: readonly ServerPlugin[]) => `
  WITH decided AS (${decidingSql(everybody, plugins)}
  ), addressed AS (
    SELECT DISTINCT ON (member) member, because, opens, in_hub_alone, rule
    FROM unnest($3::text[], $4::text[], $15::text[], $16::boolean[], $18::text[])
      WITH ORDINALITY AS named (member, because, opens, in_hub_alone, rule, position)
    WHERE NOT EXISTS (SELECT FROM subscriptions.switched_off o WHERE o.member_ref = named.member AND o.rule = named.rule)
    ORDER BY member, position
  ), hearing AS (
    SELECT coalesce(addressed.member, decided.member_ref) AS member_ref, addressed.because, addressed.opens,
      coalesce(addressed.in_hub_alone, decided.in_hub_alone) AS in_hub_alone,
      CASE WHEN addressed.member IS NULL THEN decided.target_ref END AS rule_ref,
      CASE WHEN addressed.member IS NULL THEN decided.ruled_by ELSE addressed.rule END AS ruled_by
    FROM decided FULL JOIN addressed ON addressed.member = decided.member_ref
    WHERE decided.level IS DISTINCT FROM 'MUTED'
      AND (addressed.member IS NOT NULL OR decided.level = 'WATCHING' OR (decided.level = 'FIRST_POSTS' AND $5 = 'first'))
  )
  INSERT INTO subscriptions.notification
    (id, member_ref, event_id, event_name, subject_ref, opens, in_hub_alone, actor_ref, happened, because, rule_ref, ruled_by, created_at, read_at)
  SELECT gen_random_uuid(), hearing.member_ref, $8, $9, $7, hearing.opens, hearing.in_hub_alone, $10, $11, hearing.because, hearing.rule_ref, hearing.ruled_by,
    $12::timestamptz, CASE WHEN $13::boolean THEN $12::timestamptz END
  FROM hearing
    JOIN core.account a ON a.ref = hearing.member_ref
    JOIN core.entity subject ON subject.ref = $7 AND ${visibleSql('subject', 'a.keys')}
  WHERE hearing.member_ref <> ALL($6::text[])
    AND NOT ($14::boolean AND EXISTS (SELECT FROM subscriptions.notification told
      WHERE told.member_ref = hearing.member_ref AND told.subject_ref = $7 AND told.created_at = $12::timestamptz))
  ON CONFLICT (event_id, member_ref) DO NOTHING
  RETURNING id, member_ref AS member`;
