/** What following adds to other plugins' types: the viewer's own rule, and the threads that they follow in any way. */
import {
  readExtension,
  sql,
  type EntityKind,
  type Frame,
  type ReadExtension,
  type ServerPlugin,
} from '@hub/core/server';

/** The kinds that can be followed, of every plugin in the list. */
export function followableKinds(plugins: readonly ServerPlugin[]): EntityKind[] {
  return plugins.flatMap((plugin) => plugin.kinds ?? []).filter((kind) => kind.followable === true);
}

/** `viewerFollow` on every followable type, and the `following` filter of threads where there are threads. */
export function followSchema(plugins: readonly ServerPlugin[]): string {
  const fields = followableKinds(plugins).map(
    ({ type }) =>
      `extend type ${type} implements Followable {\n  "The viewer's own rule for it; NONE without one, and signed out."\n  viewerFollow: FollowLevel!\n}`,
  );
  const filter =
    'extend input ThreadFilter {\n  "Only threads that the viewer follows: themselves, what they are about, their community, their site or a care model of theirs."\n  following: Boolean\n  "Only threads that the viewer hears of: what they follow and, where no rule of theirs decides, the care models of their own sites."\n  heard: Boolean\n  "False leaves out what the viewer wants to hear nothing of; true asks for that alone."\n  muted: Boolean\n}';
  return [...fields, ...(hasThreads(plugins) ? [filter] : [])].join('\n');
}

/** How these additions are read. */
export function followReads(plugins: readonly ServerPlugin[]): ReadExtension[] {
  const viewerFollow = { viewerFollow: sql(ownRule) };
  const following = readExtension({
    type: 'Thread',
    filters: {
      following: { cast: 'boolean', sql: (frame, _value, only) => (only === true ? followed(frame) : '') },
      heard: { cast: 'boolean', sql: (frame, _value, only) => (only === true ? heard(frame) : '') },
      muted: {
        cast: 'boolean',
        sql: (frame, _value, muted) => `(${rule(frame)}) IS ${muted === true ? 'NOT ' : ''}DISTINCT FROM 'MUTED'`,
      },
    },
  });
  return [
    ...followableKinds(plugins).map(({ type }) => readExtension({ type, fields: viewerFollow })),
    ...(hasThreads(plugins) ? [following] : []),
  ];
}

function hasThreads(plugins: readonly ServerPlugin[]): boolean {
  return plugins.some((plugin) => plugin.kinds?.some((kind) => kind.kind === 'thread'));
}

function ownRule({ t, viewer, alias }: Frame): string {
  const f = alias();
  const level = `SELECT ${f}.level FROM subscriptions.follow ${f} WHERE ${f}.member_ref = ${viewer.ref} AND ${f}.target_ref = ${t}.ref`;
  return `coalesce((${level}), 'NONE')`;
}

/** By a rule of theirs. */
function followed(frame: Frame): string {
  return `(${rule(frame)}) IN ('WATCHING', 'FIRST_POSTS')`;
}

/** By a rule; where none decides, because it is in a care model of a site of theirs, whose key they hold. */
function heard(frame: Frame): string {
  const { e, viewer, alias } = frame;
  const own = alias();
  const ownCareModels = `SELECT unnest(${own}.care_models) FROM core.entity ${own} WHERE ${own}.kind = 'site' AND ${own}.ref = ANY(${viewer.keys})`;
  return `coalesce(${followed(frame)}, ${e}.care_models && ARRAY(${ownCareModels}))`;
}

/** As for news, the most particular rule decides: the thread's own, then what it is linked to, then sites and care models. Null without one. */
function rule({ e, viewer, alias }: Frame): string {
  const [f, c, l, o] = [alias(), alias(), alias(), alias()];
  const circles = [
    `SELECT ${e}.ref, 1`,
    `SELECT ${l}.to_ref, 2 FROM core.link ${l} WHERE ${l}.from_ref = ${e}.ref`,
    `SELECT ${e}.community_ref, 2`,
    `SELECT ${o}.owner_ref, 3 FROM core.link ${l} JOIN core.entity ${o} ON ${o}.ref = ${l}.to_ref WHERE ${l}.from_ref = ${e}.ref`,
    `SELECT unnest(${e}.care_models || ${e}.owner_ref), 3`,
  ];
  return (
    `SELECT ${f}.level FROM (${circles.join(' UNION ALL ')}) AS ${c} (ref, circle) ` +
    `JOIN subscriptions.follow ${f} ON ${f}.target_ref = ${c}.ref AND ${f}.member_ref = ${viewer.ref} ` +
    `ORDER BY ${c}.circle, subscriptions.loudness(${f}.level) LIMIT 1`
  );
}
