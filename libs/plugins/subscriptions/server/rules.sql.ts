/** Which of a person's rules decides about a piece of news, in SQL, once: for who is told, and for what lists of threads show. */
import type { DefaultRule, ServerPlugin } from '@hub/core/server';

export interface News {
  /** A relation of `ref`, `position` (1 is the most particular) and `topic`: whose followers hear of it. */
  readonly circles: string;
  /** Whose rules are asked for, as an SQL expression; everybody's without it. */
  readonly member?: string;
  /** When it happened: what somebody did later follows nothing yet. Without it, now. */
  readonly at?: string;
  /** Whether a row of `core.entity`, by its alias, is seen by whoever has a rule (`rule.member_ref`). */
  readonly isSeen: (entity: string) => string;
}

/** What a rule is called that made somebody hear as a follower of a whole family. */
export const ofFamily = 'FAMILY';

/** The default rules of all plugins in the list. */
export function defaultRules(plugins: readonly ServerPlugin[]): DefaultRule[] {
  return plugins.flatMap((plugin) => plugin.defaultRules ?? []);
}

/** Which kinds have families that can be followed whole. */
export function families(plugins: readonly ServerPlugin[]): NonNullable<ServerPlugin['families']>[] {
  return plugins.flatMap((plugin) => plugin.families ?? []);
}

/** The one row for each member whose rule decides: `member_ref`, `target_ref`, `level`, `ruled_by`, `in_hub_alone`. */
export function decidingSql(news: News, plugins: readonly ServerPlugin[]): string {
  return `
    SELECT DISTINCT ON (rule.member_ref) rule.*
    FROM (${news.circles}) AS circle CROSS JOIN LATERAL (${rulesFor(news, plugins).join(' UNION ALL ')}) AS rule
      JOIN core.entity target ON target.ref = rule.target_ref AND ${news.isSeen('target')}
    WHERE NOT EXISTS (SELECT FROM unnest(rule.via) AS step (ref)
      LEFT JOIN core.entity passed ON passed.ref = step.ref WHERE passed.ref IS NULL OR NOT ${news.isSeen('passed')})
    ORDER BY rule.member_ref, rule.in_hub_alone, circle.position, rule.beyond, rule.level <> 'MUTED', subscriptions.loudness(rule.level),
      rule.ruled_by NULLS FIRST, rule.target_ref`;
}

/** One's own for the thing, those for the family that it is of, and those that hold by default. */
function rulesFor({ member, at }: News, plugins: readonly ServerPlugin[]): string[] {
  const whose = (row: string) => (member ? ` AND ${row}.member_ref = ${member}` : '');
  return [
    `SELECT ${ownRule('f')}, NULL AS ruled_by, 0 AS beyond, '{}'::text[] AS via FROM subscriptions.follow f
     WHERE f.target_ref = circle.ref AND f.level <> 'NONE'${whose('f')}`,
    ...families(plugins).map(
      ({ origins }) => `SELECT ${ownRule('f')}, '${ofFamily}', 1, kin.via FROM ${origins}(circle.ref) AS kin
       JOIN subscriptions.follow f ON f.target_ref = kin.ref AND f.whole_family AND f.level <> 'NONE'${whose('f')}
       WHERE EXISTS (SELECT FROM subscriptions.follow f WHERE f.whole_family${whose('f')})`,
    ),
    ...defaultRules(plugins).flatMap(({ name, follows }) =>
      follows
        ? [
            `SELECT d.member_ref, d.target_ref, 'WATCHING', d.in_hub_alone, '${name}', 0, '{}'::text[] FROM ${follows.view} d
             WHERE d.target_ref = circle.ref${whose('d')} AND ${stands('d', name)}${at ? ` AND coalesce(d.since < ${at}, true)` : ''}
               AND ${follows.topics ? `circle.topic IN (${follows.topics.map((topic) => `'${topic}'`).join(', ')})` : 'true'}`,
          ]
        : [],
    ),
  ];
}

/** A follow is for the kinds of news that it does not leave out. */
const ownRule = (f: string) => `${f}.member_ref, ${f}.target_ref,
  CASE WHEN circle.topic = ANY(${f}.leave_out) AND ${f}.level <> 'MUTED' THEN 'REPLIES' ELSE ${f}.level END AS level, false AS in_hub_alone`;

/** Whether a default rule holds for the member and target of a row: they have no rule of their own for it, and did not switch it off. */
export function stands(row: string, rule: string): string {
  return `NOT EXISTS (SELECT FROM subscriptions.follow own WHERE own.member_ref = ${row}.member_ref AND own.target_ref = ${row}.target_ref)
    AND NOT EXISTS (SELECT FROM subscriptions.switched_off off WHERE off.member_ref = ${row}.member_ref AND off.rule = '${rule}')`;
}
