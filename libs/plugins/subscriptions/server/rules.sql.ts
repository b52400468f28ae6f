/** Which of a person's rules decides about a piece of news, in SQL, once: for who is told, and for what lists of threads show. */
import type { DefaultRule, ServerPlugin } from '@hub/core/server';

export interface News {
  /** A relation of `ref`, `position` (1 is the most particular) and `topic`: whose followers hear of it. */
  readonly circles: string;
  /** Whose rules are asked for, as an SQL expression, and what names a relation that is found once for all news; everybody's without it. */
  readonly member?: { readonly ref: string; once(sql: string): string };
  /** When it happened: what somebody did later follows nothing yet. Without it, now. */
  readonly at?: string;
  /** Whether a row of `core.entity`, by its alias, is seen by whoever has a rule (`rule.member_ref`). */
  readonly isSeen: (entity: string) => string;
}

type Family = NonNullable<ServerPlugin['families']>;

/** What a rule is called that made somebody hear as a follower of a whole family. */
export const ofFamily = 'FAMILY';

/** The default rules of all plugins in the list. */
export function defaultRules(plugins: readonly ServerPlugin[]): DefaultRule[] {
  return plugins.flatMap((plugin) => plugin.defaultRules ?? []);
}

/** Which kinds have families that can be followed whole. */
export function families(plugins: readonly ServerPlugin[]): Family[] {
  return plugins.flatMap((plugin) => plugin.families ?? []);
}

/** By their names: a connection keeps no statement that asks for all of something. */
const ruleColumns = [
  'near_ref',
  'member_ref',
  'target_ref',
  'level',
  'leave_out',
  'topics',
  'in_hub_alone',
  'ruled_by',
  'beyond',
].map((column) => `rule.${column}`);

/**
 * The one row for each member whose rule decides: `member_ref`, `target_ref`, `level`, `ruled_by`, `in_hub_alone`. What one member follows is
 * found once for all the news that they are asked about; who follows what a piece of news is near to, for each piece.
 */
export function decidingSql(news: News, plugins: readonly ServerPlugin[]): string {
  const { circles, member, isSeen } = news;
  const rules = `SELECT ${ruleColumns.join(', ')} FROM (${rulesOf(news, plugins).join(' UNION ALL ')}) AS rule
      JOIN core.entity target ON target.ref = rule.target_ref AND ${isSeen('target')}
    WHERE NOT EXISTS (SELECT FROM unnest(rule.via) AS step (ref)
      LEFT JOIN core.entity passed ON passed.ref = step.ref WHERE passed.ref IS NULL OR NOT ${isSeen('passed')})`;
  return `
    SELECT DISTINCT ON (rule.member_ref) rule.member_ref, rule.target_ref, heard.level, rule.ruled_by, rule.in_hub_alone
    FROM (${circles}) AS circle
      JOIN ${member ? member.once(rules) : `LATERAL (${rules})`} AS rule ON rule.near_ref = circle.ref
        AND (rule.topics IS NULL OR circle.topic = ANY(rule.topics))
      CROSS JOIN LATERAL (SELECT CASE WHEN circle.topic = ANY(rule.leave_out) AND rule.level <> 'MUTED' THEN 'REPLIES' ELSE rule.level END)
        AS heard (level)
    ORDER BY rule.member_ref, rule.in_hub_alone, circle.position, rule.beyond, heard.level <> 'MUTED', subscriptions.loudness(heard.level),
      rule.ruled_by NULLS FIRST, rule.target_ref`;
}

/** One's own for a thing, those for a family that it is of, and those that hold by default: the member's, or for what is near to the news. */
function rulesOf({ member, at }: News, plugins: readonly ServerPlugin[]): string[] {
  const which = (row: string) => (member ? `${row}.member_ref = ${member.ref}` : `${row}.target_ref = circle.ref`);
  return [
    `SELECT f.target_ref AS near_ref, ${ownRule}, NULL::text AS ruled_by, 0 AS beyond, '{}'::text[] AS via
     FROM subscriptions.follow f WHERE f.level <> 'NONE' AND ${which('f')}`,
    ...families(plugins).map((family) => rulesOfFamilies(family, member?.ref)),
    ...defaultRules(plugins).flatMap(({ name, follows }) =>
      follows
        ? [
            `SELECT d.target_ref, d.member_ref, d.target_ref, 'WATCHING', '{}'::text[], ${asArray(follows.topics)}, d.in_hub_alone, '${name}', 0, '{}'::text[]
             FROM ${follows.view} d WHERE ${which('d')} AND ${stands('d', name)}${at ? ` AND coalesce(d.since < ${at}, true)` : ''}`,
          ]
        : [],
    ),
  ];
}

/** Downwards from what a member follows, or upwards from what is near to the news. */
function rulesOfFamilies({ origins, offspring }: Family, member?: string): string {
  const rule = `${ownRule}, '${ofFamily}', 1, kin.via`;
  if (member)
    return `SELECT kin.ref, ${rule} FROM subscriptions.follow f CROSS JOIN LATERAL ${offspring}(f.target_ref) AS kin
     WHERE f.whole_family AND f.level <> 'NONE' AND f.member_ref = ${member}`;
  return `SELECT circle.ref, ${rule} FROM ${origins}(circle.ref) AS kin
     JOIN subscriptions.follow f ON f.target_ref = kin.ref AND f.whole_family AND f.level <> 'NONE'
     WHERE EXISTS (SELECT FROM subscriptions.follow f WHERE f.whole_family)`;
}

const ownRule = 'f.member_ref, f.target_ref, f.level, f.leave_out, NULL::text[] AS topics, false AS in_hub_alone';

const asArray = (topics?: readonly string[]) =>
  topics ? `ARRAY[${topics.map((topic) => `'${topic}'`).join(', ')}]` : 'NULL::text[]';

/** Whether a default rule holds for the member and target of a row: they have no rule of their own for it, and did not switch it off. */
export function stands(row: string, rule: string): string {
  return `NOT EXISTS (SELECT FROM subscriptions.follow own WHERE own.member_ref = ${row}.member_ref AND own.target_ref = ${row}.target_ref)
    AND NOT EXISTS (SELECT FROM subscriptions.switched_off off WHERE off.member_ref = ${row}.member_ref AND off.rule = '${rule}')`;
}
