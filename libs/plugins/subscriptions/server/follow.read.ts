/** What following adds to other plugins' types: the viewer's own rule, and the threads that they follow in any way. */
import {
  readExtension,
  sql,
  type EntityKind,
  type FieldRead,
  type Frame,
  type ReadExtension,
  type ServerPlugin,
} from '@hub/core/server';
import { decidingSql, defaultRules, families, stands } from './rules.sql';

/** The kinds that can be followed, of every plugin in the list. */
export function followableKinds(plugins: readonly ServerPlugin[]): EntityKind[] {
  return plugins.flatMap((plugin) => plugin.kinds ?? []).filter((kind) => kind.followable === true);
}

const fields = `  "The viewer's own rule for it, or the one that holds by default; NONE without one, and signed out."
  viewerFollow: FollowLevel!
  "Whether the viewer follows it without having chosen to, such as a discussion that they wrote in."
  viewerFollowsByDefault: Boolean!
  "The kinds of news that the viewer's own rule leaves out."
  viewerLeavesOut: [NewsTopic!]!
  "Whether the viewer's own rule is for its whole family: also for all that came of it, at any depth. Null of what has no family."
  viewerFollowsFamily: Boolean`;

const filter = `extend input ThreadFilter {
  "Only threads that the viewer follows: themselves, who started them, what they are about, its family, their community, their site or a care model of theirs."
  following: Boolean
  "Only threads that the viewer hears of: what they follow and, where no rule of theirs decides, the care models of their own sites."
  heard: Boolean
  "False leaves out what the viewer wants to hear nothing of; true asks for that alone."
  muted: Boolean
}`;

/** What every followable type has, and the filters of threads where there are threads. */
export function followSchema(plugins: readonly ServerPlugin[]): string {
  const types = followableKinds(plugins).map(({ type }) => `extend type ${type} implements Followable {\n${fields}\n}`);
  return [...types, ...(circlesOfThreads(plugins) ? [filter] : [])].join('\n');
}

/** How these additions are read. */
export function followReads(plugins: readonly ServerPlugin[]): ReadExtension[] {
  const ofKinds = followableKinds(plugins).map(({ kind, type }) =>
    readExtension({ type, fields: fieldsOf(kind, plugins) }),
  );
  const circles = circlesOfThreads(plugins);
  return circles ? [...ofKinds, threadFilters(circles, plugins)] : ofKinds;
}

function threadFilters(circles: string, plugins: readonly ServerPlugin[]): ReadExtension {
  const rule = (frame: Frame) => ruleFor(frame, circles, plugins);
  return readExtension({
    type: 'Thread',
    filters: {
      following: { cast: 'boolean', sql: (frame, _value, only) => (only === true ? followed(rule(frame)) : '') },
      heard: { cast: 'boolean', sql: (frame, _value, only) => (only === true ? heard(frame, rule(frame)) : '') },
      muted: {
        cast: 'boolean',
        sql: (frame, _value, muted) => `${rule(frame)} IS ${muted === true ? 'NOT ' : ''}DISTINCT FROM 'MUTED'`,
      },
    },
  });
}

function circlesOfThreads(plugins: readonly ServerPlugin[]): string | undefined {
  return plugins.flatMap(({ kinds = [] }) => kinds).find(({ type }) => type === 'Thread')?.circles;
}

function fieldsOf(kind: string, plugins: readonly ServerPlugin[]): Record<string, FieldRead> {
  const held = defaultRules(plugins).flatMap(({ name, follows }) =>
    follows?.kind === kind ? [{ name, view: follows.view }] : [],
  );
  const hasFamily = families(plugins).some((family) => family.kind === kind);
  const holds = ({ t, viewer, alias }: Frame) => {
    const each = held.map(({ name, view }) => {
      const d = alias();
      return `EXISTS (SELECT FROM ${view} ${d} WHERE ${d}.member_ref = ${viewer.ref} AND ${d}.target_ref = ${t}.ref AND ${stands(d, name)})`;
    });
    return each.length > 0 ? `(${each.join(' OR ')})` : 'false';
  };
  return {
    viewerFollow: sql(
      (frame) => `coalesce(${own(frame, 'level')}, CASE WHEN ${holds(frame)} THEN 'WATCHING' ELSE 'NONE' END)`,
    ),
    viewerFollowsByDefault: sql(holds),
    viewerLeavesOut: sql((frame) => `coalesce(${own(frame, 'leave_out')}, '{}')`),
    viewerFollowsFamily: sql((frame) =>
      hasFamily ? `coalesce(${own(frame, 'whole_family')}, false)` : 'NULL::boolean',
    ),
  };
}

function own({ t, viewer, alias }: Frame, column: string): string {
  const f = alias();
  return `(SELECT ${f}.${column} FROM subscriptions.follow ${f} WHERE ${f}.member_ref = ${viewer.ref} AND ${f}.target_ref = ${t}.ref)`;
}

/** By a rule of theirs. */
function followed(rule: string): string {
  return `${rule} IN ('WATCHING', 'FIRST_POSTS')`;
}

/** By a rule; where none decides, because it is in a care model of a site of theirs, whose key they hold. */
function heard({ e, viewer, alias }: Frame, rule: string): string {
  const mine = alias();
  const ownCareModels = `SELECT unnest(${mine}.care_models) FROM core.entity ${mine} WHERE ${mine}.kind = 'site' AND ${mine}.ref = ANY(${viewer.keys})`;
  return `coalesce(${followed(rule)}, ${e}.care_models && ARRAY(${ownCareModels}))`;
}

/** What the rule that decides about a new thread would say of this one. Null without one. */
function ruleFor({ e, viewer, visible, once }: Frame, circles: string, plugins: readonly ServerPlugin[]): string {
  const news = {
    circles: `SELECT ref, position, topic FROM ${circles} WHERE subject_ref = ${e}.ref`,
    member: { ref: viewer.ref, once },
    isSeen: visible,
  };
  return `(SELECT deciding.level FROM (${decidingSql(news, plugins)}) AS deciding)`;
}
