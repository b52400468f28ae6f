/** How a person's own follows and choices about mail are read. */
import { any, byExpression, column, many, newestFirst, readModel, sql, type SqlOf } from '@hub/core/server';
import { mailedAtFirst } from '@hub/plugins/subscriptions/contract';

/** Follows of what can be seen no more are not there: nothing comes of them. */
export const followRead = readModel({
  type: 'Follow',
  source: 'subscriptions.follow',
  rowId: { prefix: 'follow', column: 'id' },
  guard: 'target_ref',
  always: ({ t, viewer }) => `${t}.member_ref = ${viewer.ref} AND ${t}.level <> 'NONE'`,
  fields: {
    target: any(({ t }) => `${t}.target_ref`),
    level: column('level'),
    mailed: column('mailed'),
    leaveOut: column('leave_out'),
    wholeFamily: column('whole_family'),
    since: column('since'),
  },
  filters: {
    muted: { cast: 'boolean', sql: ({ t }, _value, muted) => `${t}.level ${muted === true ? '=' : '<>'} 'MUTED'` },
  },
});

export const mailSettingsRead = readModel({
  type: 'MailSettings',
  source: 'core.account',
  always: ({ t, viewer }) => `${t}.ref = ${viewer.ref}`,
  fields: {
    mailed: sql(chosen('mailed', `'${mailedAtFirst.mailed}'`)),
    forYou: sql(chosen('for_you', 'NULL')),
    day: sql(chosen('day', `'${mailedAtFirst.day}'`)),
    mostADay: sql(chosen('most_a_day', String(mailedAtFirst.mostADay))),
  },
});

export const mailRoots = {
  follows: many('Follow', {
    order: newestFirst(
      ({ t }) => `${t}.since`,
      ({ t }) => `${t}.id::text`,
    ),
  }),
  mailSettings: byExpression('MailSettings', ({ viewer }) => viewer.ref),
};

function chosen(name: string, otherwise: string): SqlOf {
  return ({ t }) =>
    `coalesce((SELECT ${name} FROM subscriptions.mail_setting WHERE member_ref = ${t}.ref), ${otherwise})`;
}
