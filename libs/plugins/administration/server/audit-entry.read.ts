/**
 * How the audit log is read. An entry is read by administrators, by whoever did it or whom it is about, and by those who lead the site
 * or facilitate the community that it is about; by nobody while it is about something that they may not see.
 */
import { keyOfFacilitators, keyOfRole, keyOfSiteLeads } from '@hub/core/contract';
import { any, column, list, one, readModel, sql, type FilterRead, type Frame } from '@hub/core/server';
import { careModelState, communityKind } from '@hub/plugins/communities/contract';
import { siteNamed } from '@hub/plugins/sites/contract';
import { forAdministrators } from './administrators-only';
import { like } from './managed-member.read';
import { shownReference } from './shown-reference';

/** The directory row of what an entry is about, under a condition. */
function subject({ t, alias }: Frame, condition: (s: string) => string): string {
  const s = alias();
  return `EXISTS (SELECT 1 FROM core.entity ${s} WHERE ${s}.ref = ${t}.subject_ref AND ${condition(s)})`;
}

/** The site that a directory row belongs to, or is. */
const siteOf = (s: string): string => `coalesce(${s}.owner_ref, ${s}.ref)`;

/** Entries about a site and what it owns. */
const aboutSite = (frame: Frame, site: string): string => subject(frame, (s) => `${siteOf(s)} = ${site}`);

/** Entries of a member and about them. */
export const ofMember = ({ t }: Frame, member: string): string =>
  `(${t}.actor_ref = ${member} OR ${t}.subject_ref = ${member})`;

/** Entries about a community itself, to those who facilitate it; about those of the care models also to the network's facilitators. */
export const forFacilitators = (frame: Frame): string =>
  subject(
    frame,
    (s) =>
      `${s}.kind = '${communityKind}' AND (('${keyOfFacilitators('')}' || ${s}.ref) = ANY(${frame.viewer.keys}) ` +
      `OR (${s}.state = '${careModelState}' AND '${keyOfRole('facilitator')}' = ANY(${frame.viewer.keys})))`,
  );

function mayRead(frame: Frame): string {
  const { viewer, visible } = frame;
  const readers = [
    forAdministrators(frame),
    ofMember(frame, viewer.ref),
    forFacilitators(frame),
    subject(frame, (s) => `('${keyOfSiteLeads('')}' || ${siteOf(s)}) = ANY(${viewer.keys})`),
  ];
  return `NOT ${subject(frame, (s) => `NOT ${visible(s)}`)} AND (${readers.join(' OR ')})`;
}

/** A fact as text: lists with commas, nothing else changed. */
const inWords = (value: string) =>
  `CASE jsonb_typeof(${value}) WHEN 'array' THEN (SELECT string_agg(i, ', ') FROM jsonb_array_elements_text(${value}) i) ELSE ${value} #>> '{}' END`;

const named = (ref: string, s: string, words: string) =>
  `EXISTS (SELECT 1 FROM core.entity ${s} WHERE ${s}.ref = ${ref} AND (${s}.ref = btrim(${words}, '%') OR ${s}.title ILIKE ${words}))`;

const filters: Record<string, FilterRead> = {
  who: { cast: 'text', map: like, sql: ({ t, alias }, value) => named(`${t}.actor_ref`, alias(), value()) },
  what: { cast: 'text', map: (words: string) => words.trim(), sql: ({ t }, value) => `${t}.action ^@ ${value()}` },
  about: { cast: 'text', map: like, sql: ({ t, alias }, value) => named(`${t}.subject_ref`, alias(), value()) },
  outcome: {
    cast: 'text',
    map: (outcome: string) => outcome.toLowerCase(),
    sql: ({ t }, value) => `${t}.outcome = ${value()}`,
  },
  community: { cast: 'text', sql: ({ t }, value) => `${t}.subject_ref = ${value()}` },
  site: { cast: 'text', map: siteNamed, sql: (frame, value) => aboutSite(frame, value()) },
  from: { cast: 'timestamptz', sql: ({ t }, value) => `${t}.at >= ${value()}` },
  to: { cast: 'timestamptz', sql: ({ t }, value) => `${t}.at < ${value()}` },
};

export const auditEntryRead = readModel({
  type: 'AuditEntry',
  source: 'core.audit_entry',
  always: mayRead,
  fields: {
    id: sql(({ t }) => `'audit-entry:' || ${t}.number`),
    number: sql(({ t }) => `${t}.number::int`),
    at: column('at'),
    action: column('action'),
    outcome: sql(({ t }) => `upper(${t}.outcome)`),
    actor: one('Member', ({ t }) => `${t}.actor_ref`),
    subjectId: column('subject_ref'),
    subject: any(({ t }) => `${t}.subject_ref`),
    subjectTitle: sql(({ t, alias }) => {
      const s = alias();
      return `SELECT ${s}.title FROM core.entity ${s} WHERE ${s}.ref = ${t}.subject_ref`;
    }),
    facts: list('AuditFact', {
      from: ({ t, parent, alias, visible }) =>
        `(SELECT f.key AS name, ${shownReference('f.words', alias(), visible)} AS value ` +
        `FROM (SELECT key, ${inWords('value')} AS words FROM jsonb_each(${parent.t}.facts)) f) AS ${t}`,
      orderBy: ({ t }) => `${t}.name`,
    }),
  },
  filters,
  orders: { NEWEST: { descending: true, keys: [{ sql: ({ t }) => `${t}.number`, type: 'bigint' }] } },
});

export const auditFactRead = readModel({
  type: 'AuditFact',
  fields: {
    name: column('name'),
    value: sql(({ t }) => `coalesce(${t}.value, '')`),
    title: sql(({ t, alias, visible }) => {
      const named = alias();
      return `SELECT ${named}.title FROM core.entity ${named} WHERE ${named}.ref = ${t}.value AND ${visible(named)}`;
    }),
  },
});
