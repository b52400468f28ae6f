/** How one's own account is read. Every row here is the viewer's, wherever it is reached from. */
import { keyOfRole } from '@hub/core/contract';
import { byExpression, column, list, part, readModel, sql, type Frame } from '@hub/core/server';

export const accountRoots = { viewerAccount: byExpression('Account', ({ viewer }) => viewer.ref) };

const ownRows = ({ t, viewer }: Frame) => `${t}.member_ref = ${viewer.ref}`;

const emailChange = 'identity.email_change';

export const accountReads = [
  readModel({
    type: 'Account',
    source: 'core.account',
    always: ({ t, viewer }) => `${t}.ref = ${viewer.ref}`,
    fields: {
      email: sql(({ t }) => `SELECT email FROM identity.address WHERE member_ref = ${t}.ref`),
      newEmail: sql(
        ({ t }) => `SELECT new_email FROM ${emailChange} WHERE member_ref = ${t}.ref AND expires_at > now()`,
      ),
      sessions: list('Session', {
        where: ({ t }) => `${t}.ended_at IS NULL AND NOT ${t}.awaits_second_factor`,
        orderBy: ({ t }) => `${t}.last_seen_at DESC, ${t}.id`,
      }),
      secondFactor: part('SecondFactor'),
      apiTokens: list('ApiToken', { orderBy: ({ t }) => `${t}.created_at DESC, ${t}.id` }),
    },
  }),
  readModel({
    type: 'Session',
    source: 'core.session',
    rowId: { prefix: 'session', column: 'id' },
    always: ownRows,
    fields: {
      way: sql(({ t }) => `upper(${t}.way)`),
      device: column('device'),
      startedAt: column('created_at'),
      lastSeenAt: column('last_seen_at'),
      isThisOne: sql(({ t, viewer }) => `coalesce(${t}.id = ${viewer.session}, false)`),
    },
  }),
  readModel({
    type: 'SecondFactor',
    fields: {
      isOn: sql(
        ({ t }) =>
          `EXISTS (SELECT 1 FROM identity.second_factor WHERE member_ref = ${t}.ref AND confirmed_at IS NOT NULL)`,
      ),
      isNeeded: sql(({ t }) => `'${keyOfRole('administrator')}' = ANY(${t}.keys)`),
      recoveryCodesLeft: sql(
        ({ t }) => `SELECT count(*)::int FROM identity.recovery_code WHERE member_ref = ${t}.ref AND used_at IS NULL`,
      ),
    },
  }),
  readModel({
    type: 'ApiToken',
    source: 'core.api_token',
    rowId: { prefix: 'api-token', column: 'id' },
    always: ownRows,
    fields: {
      name: column('name'),
      scopes: sql(({ t }) => `to_json(ARRAY(SELECT upper(s) FROM unnest(${t}.scopes) AS s ORDER BY s))`),
      createdAt: column('created_at'),
      expiresAt: column('expires_at'),
      lastUsedAt: column('last_used_at'),
      revokedAt: column('revoked_at'),
    },
  }),
];
