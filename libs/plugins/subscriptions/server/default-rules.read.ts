/** What the viewer hears of without having chosen it, and whether they switched it off. */
import { column, list, readModel, sql, type ReadModel, type ServerPlugin } from '@hub/core/server';
import { defaultRules } from './rules.sql';

export const defaultRuleRead = (plugins: readonly ServerPlugin[]): ReadModel =>
  readModel({
    type: 'DefaultRule',
    source: `(${rowsOf(plugins)})`,
    fields: {
      name: column('name'),
      label: column('label'),
      isReminder: column('is_reminder'),
      isOn: sql(
        ({ t, viewer }) =>
          `NOT EXISTS (SELECT FROM subscriptions.switched_off o WHERE o.member_ref = ${viewer.ref} AND o.rule = ${t}.name)`,
      ),
    },
  });

/** In the order of the plugins. Nobody who is signed out has any. */
export const defaultRulesRoot = list('DefaultRule', {
  where: ({ viewer }) => `${viewer.ref} IS NOT NULL`,
  orderBy: ({ t }) => `${t}.place`,
});

function rowsOf(plugins: readonly ServerPlugin[]): string {
  const rows = defaultRules(plugins).map(
    ({ name, label, follows }, place) =>
      `SELECT '${name}' AS name, '${label}' AS label, ${follows === undefined} AS is_reminder, ${place} AS place`,
  );
  return rows.length > 0
    ? rows.join(' UNION ALL ')
    : 'SELECT NULL AS name, NULL AS label, false AS is_reminder, 0 AS place WHERE false';
}
