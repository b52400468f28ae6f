/** What the hub's account of a person consists of, outside any plugin's content. */
import type { EntityRef } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';

/** Everything of the account but its secrets. */
export async function accountOf(tx: EntityManager, member: EntityRef): Promise<unknown> {
  const [row] = await tx.query<{ account: unknown }[]>(
    `SELECT json_build_object(
       'email', (SELECT email FROM identity.address WHERE member_ref = $1),
       'newEmail', (SELECT new_email FROM identity.email_change WHERE member_ref = $1),
       'providerLogins', (SELECT coalesce(json_agg(json_build_object('issuer', issuer, 'subject', subject, 'since', since)
          ORDER BY since), '[]') FROM identity.login WHERE member_ref = $1),
       'secondFactorSince', (SELECT confirmed_at FROM identity.second_factor WHERE member_ref = $1),
       'sessions', (SELECT coalesce(json_agg(json_build_object('way', way, 'device', device, 'startedAt', created_at,
          'lastSeenAt', last_seen_at, 'endedAt', ended_at) ORDER BY created_at), '[]') FROM core.session WHERE member_ref = $1),
       'apiTokens', (SELECT coalesce(json_agg(json_build_object('name', name, 'scopes', scopes, 'createdAt', created_at,
          'expiresAt', expires_at, 'lastUsedAt', last_used_at, 'revokedAt', revoked_at) ORDER BY created_at), '[]')
          FROM core.api_token WHERE member_ref = $1),
       'keys', (SELECT keys FROM core.account WHERE ref = $1),
       'letters', (SELECT coalesce(json_agg(json_build_object('subject', subject, 'to', recipient, 'writtenAt', created_at,
          'sentAt', sent_at) ORDER BY created_at), '[]') FROM core.mail WHERE member_ref = $1),
       'auditLog', (SELECT coalesce(json_agg(json_build_object('at', at, 'action', action, 'outcome', outcome)
          ORDER BY number), '[]') FROM core.audit_entry WHERE actor_ref = $1)
     ) AS account`,
    [member],
  );
  return row?.account ?? null;
}

/** Deletes it, but for the bare account, which others' records lead to, and the audit log, which only grows. */
export async function eraseAccount(tx: EntityManager, member: EntityRef): Promise<void> {
  await tx.query(
    `DELETE FROM core.mail WHERE member_ref = $1
       OR recipient IN (SELECT email FROM identity.address WHERE member_ref = $1
          UNION SELECT new_email FROM identity.email_change WHERE member_ref = $1)`,
    [member],
  );
  for (const table of ['address', 'login', 'second_factor', 'email_change'])
    await tx.query(`DELETE FROM identity.${table} WHERE member_ref = $1`, [member]);
  await tx.query('DELETE FROM core.api_token WHERE member_ref = $1', [member]);
  await tx.query('DELETE FROM core.lent_key WHERE member_ref = $1', [member]);
  await tx.query(
    `UPDATE core.session SET device = '', provider_issuer = NULL, provider_subject = NULL, provider_session = NULL
     WHERE member_ref = $1`,
    [member],
  );
}
