/** Members of a community whom nobody has replied to: those who are new, and those whose words wait. For its facilitators. */
import {
  any,
  column,
  many,
  one,
  readExtension,
  readModel,
  type Frame,
  type ReadExtension,
  type ServerPlugin,
} from '@hub/core/server';
import { membershipsView } from '@hub/plugins/sites/contract';
import { namedPostsView } from '@hub/plugins/threads/contract';
import { facilitate } from './communities.policy';

export const unansweredMemberRead = readModel({
  type: 'UnansweredMemberEdge',
  guard: 'member_ref',
  fields: {
    node: one('Member', ({ t }) => `${t}.member_ref`),
    since: column('since'),
    said: any(({ t }) => `${t}.thread_ref`),
    place: column('place'),
    waitingSince: column('waiting_since'),
  },
});

/** What somebody said is only known where the hub has discussions. */
export const unansweredMembers = (plugins: readonly ServerPlugin[]): ReadExtension =>
  readExtension({
    type: 'Community',
    fields: {
      unansweredMembers: many('UnansweredMemberEdge', {
        rowsAreEdges: true,
        from: (frame) =>
          `${plugins.some(({ id }) => id === 'threads') ? withWords(frame) : newcomers(frame)} AS ${frame.t}`,
        where: ({ parent }) => parent.can(facilitate.id),
        order: {
          descending: false,
          keys: [
            { sql: ({ t }) => `${t}.waiting_since`, type: 'timestamptz' },
            { sql: ({ t }) => `${t}.member_ref`, type: 'text' },
          ],
        },
      }),
    },
  });

const isNew = (m: string) => `${m}.since > now() - interval '60 days'`;

function newcomers(frame: Frame): string {
  const m = frame.alias();
  return (
    `(SELECT ${m}.member_ref, ${m}.since, NULL::text AS thread_ref, NULL::int AS place, ${m}.since AS waiting_since ` +
    `FROM ${membersOf(frame)} ${m} WHERE ${isNew(m)})`
  );
}

/** Whoever was replied to anywhere in it is no longer among them. */
function withWords(frame: Frame): string {
  const [m, w] = [frame.alias(), frame.alias()];
  return (
    `(SELECT ${m}.member_ref, ${m}.since, ${w}.thread_ref, ${w}.position AS place, coalesce(${w}.created_at, ${m}.since) AS waiting_since ` +
    `FROM ${membersOf(frame)} ${m} LEFT JOIN LATERAL ` +
    `(${postsOf(frame, m, 'NOT ')} ORDER BY created_at, thread_ref LIMIT 1) ${w} ON true ` +
    `WHERE NOT EXISTS (${postsOf(frame, m, '')}) AND (${w}.thread_ref IS NOT NULL OR ${isNew(m)}))`
  );
}

/** What a member said under their name in what the community holds and the viewer can see. */
function postsOf(frame: Frame, member: string, not: 'NOT ' | ''): string {
  const [p, e, c] = [frame.alias(), frame.alias(), frame.parent.t];
  return (
    `SELECT ${p}.thread_ref, ${p}.position, ${p}.created_at FROM ${namedPostsView} ${p} JOIN core.entity ${e} ON ${e}.ref = ${p}.thread_ref ` +
    `WHERE ${p}.author_ref = ${member}.member_ref AND ${not}${p}.answered AND ${frame.visible(e)} ` +
    `AND CASE WHEN ${c}.care_model_ref IS NULL THEN ${e}.community_ref = ${c}.ref ELSE ${c}.care_model_ref = ANY(${e}.care_models) END`
  );
}

/** Its members but those who facilitate it. To a care model's belong the people of its sites. */
function membersOf(frame: Frame): string {
  const [m, s, e, f] = [frame.alias(), frame.alias(), frame.alias(), frame.alias()];
  const c = frame.parent.t;
  return (
    `(SELECT ${m}.member_ref, ${m}.since FROM communities.membership ${m} ` +
    `WHERE ${m}.community_ref = ${c}.ref AND ${m}.role = 'MEMBER' UNION ALL ` +
    `SELECT ${s}.member_ref, min(${s}.since) AS since FROM ${membershipsView} ${s} JOIN core.entity ${e} ON ${e}.ref = ${s}.site_ref ` +
    `WHERE ${c}.care_model_ref = ANY(${e}.care_models) AND ${s}.member_ref NOT IN (SELECT ${f}.member_ref FROM communities.membership ${f} ` +
    `WHERE ${f}.community_ref = ${c}.ref) GROUP BY ${s}.member_ref)`
  );
}
