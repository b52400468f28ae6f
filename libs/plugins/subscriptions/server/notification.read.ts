/** How notifications are read: by their owner only. Names are looked up when asked for, under the scope of that moment. */
import {
  any,
  column,
  many,
  newestFirst,
  one,
  readExtension,
  readModel,
  sql,
  type Frame,
  type ReadModel,
  type ServerPlugin,
} from '@hub/core/server';
import { defaultRules, ofFamily } from './rules.sql';

export const notificationRead = (plugins: readonly ServerPlugin[]): ReadModel =>
  readModel({
    type: 'Notification',
    source: 'subscriptions.notification',
    rowId: { prefix: 'notification', column: 'id' },
    always: ({ t, viewer }) => `${t}.member_ref = ${viewer.ref}`,
    fields: {
      reason: sql((frame) => reason(frame, plugins)),
      subject: any(({ t }) => `${t}.subject_ref`),
      opens: any(({ t }) => `${t}.opens`),
      actor: one('Member', ({ t }) => `${t}.actor_ref`),
      happened: column('happened'),
      personal: sql(({ t }) => `${t}.because IS NOT NULL`),
      eventName: column('event_name'),
      createdAt: column('created_at'),
      readAt: column('read_at'),
    },
    filters: {
      unreadOnly: { cast: 'boolean', sql: ({ t }, _value, only) => (only === true ? `${t}.read_at IS NULL` : '') },
      personal: {
        cast: 'boolean',
        sql: ({ t }, _value, personal) => `${t}.because IS ${personal === true ? 'NOT ' : ''}NULL`,
      },
      leaveOut: { cast: 'text[]', sql: ({ t }, value) => `${t}.event_name <> ALL(${value()})` },
    },
  });

export const notificationsRoot = many('Notification', {
  order: newestFirst(
    ({ t }) => `${t}.created_at`,
    ({ t }) => `${t}.id::text`,
  ),
});

/** Everyone's own count; of anybody else there is nothing to say. */
export const unreadCountRead = readExtension({
  type: 'Member',
  fields: {
    unreadNotificationCount: sql((frame) => {
      const n = frame.alias();
      const unread = `SELECT count(*)::int FROM subscriptions.notification ${n} WHERE ${n}.member_ref = ${frame.t}.ref AND ${n}.read_at IS NULL`;
      return `CASE WHEN ${frame.t}.ref = ${frame.viewer.ref} THEN (${unread}) END`;
    }),
  },
});

function reason(frame: Frame, plugins: readonly ServerPlugin[]): string {
  const { t } = frame;
  const actor = titleOf(frame, `${t}.actor_ref`);
  return (
    `CASE WHEN ${t}.because IS NULL THEN ${followed(frame, plugins)} ` +
    `WHEN ${t}.because ~ '^[A-Z]' THEN ${t}.because ELSE coalesce(${actor}, 'Someone') || ' ' || ${t}.because END`
  );
}

/** Because of what one follows: kinds may say it in words of their own. */
function followed(frame: Frame, plugins: readonly ServerPlugin[]): string {
  const rule = `${frame.t}.rule_ref`;
  const title = titleOf(frame, rule);
  const own = plugins.flatMap(({ kinds = [] }) =>
    kinds.flatMap(({ kind, followedWhy }) =>
      followedWhy
        ? [`WHEN '${kind}' THEN '${followedWhy} ' || coalesce('“' || ${title} || '”', 'that you can no longer see') `]
        : [],
    ),
  );
  const others = `'You follow ' || CASE WHEN ${frame.t}.ruled_by = '${ofFamily}' THEN 'the whole family of ' ELSE '' END || coalesce(${title}, 'something that you can no longer see')`;
  const byKind = own.length > 0 ? `CASE split_part(${rule}, ':', 1) ${own.join('')}ELSE ${others} END` : others;
  const byDefault = defaultRules(plugins).map(({ name, because }) => `WHEN '${name}' THEN '${because}' `);
  return byDefault.length > 0 ? `CASE ${frame.t}.ruled_by ${byDefault.join('')}ELSE ${byKind} END` : byKind;
}

/** What pages call an entity: its title, and of a care model its code. Null when the viewer may not see it. */
function titleOf(frame: Frame, ref: string): string {
  const e = frame.alias();
  const title = `CASE ${e}.kind WHEN 'care-model' THEN upper(split_part(${e}.ref, '/', 2)) ELSE ${e}.title END`;
  return `(SELECT ${title} FROM core.entity ${e} WHERE ${e}.ref = ${ref} AND ${frame.visible(e)})`;
}
