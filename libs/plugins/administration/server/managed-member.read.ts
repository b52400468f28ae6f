/** How administrators read members: accounts, sessions and roles, all of core. */
import {
  column,
  entityColumn,
  one,
  readExtension,
  readModel,
  sql,
  type FilterRead,
  type Frame,
  type Order,
} from '@hub/core/server';
import { keyOfRole } from '@hub/core/contract';
import { forAdministrators } from './administrators-only';

const neverSeen = "'1970-01-01 00:00:00+00'::timestamptz";

function lastSeen({ t, alias }: Frame): string {
  const s = alias();
  return `(SELECT max(${s}.last_seen_at) FROM core.session ${s} WHERE ${s}.member_ref = ${t}.ref)`;
}

const byName = (descending: boolean): Order => ({
  descending,
  keys: [
    { sql: ({ e }) => `lower(${e}.title)`, type: 'text' },
    { sql: ({ t }) => `${t}.ref`, type: 'text' },
  ],
});

const bySight = (descending: boolean): Order => ({
  descending,
  keys: [
    { sql: (frame) => `coalesce(${lastSeen(frame)}, ${neverSeen})`, type: 'timestamptz' },
    { sql: ({ t }) => `${t}.ref`, type: 'text' },
  ],
});

/** Words anywhere in a text, in any case. */
export const like = (words: string): string => `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;

const filters: Record<string, FilterRead> = {
  name: { cast: 'text', map: like, sql: ({ e }, value) => `${e}.title ILIKE ${value()}` },
  role: {
    cast: 'text',
    map: (role: string) => `role:${role.toLowerCase()}`,
    sql: ({ t }, value) => `${value()} = ANY(${t}.keys)`,
  },
  leads: {
    cast: 'boolean',
    sql: ({ t }, _value, leads) =>
      `${leads === true ? '' : 'NOT '}EXISTS (SELECT 1 FROM unnest(${t}.keys) AS k (key) WHERE k.key LIKE 'leads:%')`,
  },
  suspended: {
    cast: 'boolean',
    sql: ({ t }, _value, suspended) => `${t}.suspended_at IS ${suspended === true ? 'NOT ' : ''}NULL`,
  },
};

export const managedMemberRead = readModel({
  type: 'ManagedMember',
  source: 'core.account',
  guard: 'ref',
  always: forAdministrators,
  fields: {
    id: column('ref'),
    member: one('Member', ({ t }) => `${t}.ref`),
    displayName: entityColumn('title'),
    joinedAt: entityColumn('created_at'),
    lastSeenAt: sql(lastSeen),
    sessionsRunning: sql(({ t, alias }) =>
      count(
        alias(),
        'core.session',
        t,
        (s) => `${s}.ended_at IS NULL AND ${s}.last_seen_at > now() - interval '12 hours'`,
      ),
    ),
    apiTokens: sql(({ t, alias }) =>
      count(alias(), 'core.api_token', t, (s) => `${s}.revoked_at IS NULL AND ${s}.expires_at > now()`),
    ),
    suspendedAt: column('suspended_at'),
    suspendedBecause: sql(({ t, alias }) => {
      const a = alias();
      return (
        `CASE WHEN ${t}.suspended_at IS NOT NULL THEN (SELECT ${a}.facts->>'reason' FROM core.audit_entry ${a} ` +
        `WHERE ${a}.subject_ref = ${t}.ref AND ${a}.action = 'member.suspended' ORDER BY ${a}.number DESC LIMIT 1) END`
      );
    }),
  },
  filters,
  orders: {
    NAME: byName(false),
    NAME_BACKWARDS: byName(true),
    LAST_SEEN: bySight(true),
    LONGEST_UNSEEN: bySight(false),
  },
});

function count(s: string, table: string, t: string, where: (alias: string) => string): string {
  return `SELECT count(*)::int FROM ${table} ${s} WHERE ${s}.member_ref = ${t}.ref AND ${where(s)}`;
}

/** Of whoever asks: whether the pages of administration are there for them. */
export const viewerCanAdminister = readExtension({
  type: 'Member',
  fields: {
    viewerCanAdminister: sql(
      ({ t, viewer }) =>
        `${t}.ref IS NOT DISTINCT FROM ${viewer.ref} AND '${keyOfRole('administrator')}' = ANY(${viewer.keys})`,
    ),
  },
});
