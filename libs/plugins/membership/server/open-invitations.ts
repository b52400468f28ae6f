/** When an invitation still opens a site: not used, not taken back, not too old, and whoever sent it still leads there. */
import { keyOfSiteLeads } from '@hub/core/contract';

export const invitationDays = 7;

/** A boolean over a row of `membership.invitation`, for reads. */
export function isOpenSql(invitation: string): string {
  const i = invitation;
  return `(${i}.accepted_at IS NULL AND ${i}.revoked_at IS NULL AND ${i}.expires_at > now() AND ${senderLeadsSql(i)})`;
}

/** Whoever no longer leads the site lets nobody in: neither later nor by what they sent before. */
export function senderLeadsSql(invitation: string): string {
  return (
    `EXISTS (SELECT FROM core.account sender WHERE sender.ref = ${invitation}.invited_by AND sender.suspended_at IS NULL ` +
    `AND '${keyOfSiteLeads('')}' || ${invitation}.site_ref = ANY(sender.keys))`
  );
}

/** The same in words, for pages. */
export function stateSql(invitation: string): string {
  const i = invitation;
  return (
    `CASE WHEN ${i}.accepted_at IS NOT NULL THEN 'ACCEPTED' WHEN ${i}.revoked_at IS NOT NULL THEN 'REVOKED' ` +
    `WHEN ${i}.expires_at <= now() THEN 'EXPIRED' WHEN ${senderLeadsSql(i)} THEN 'OPEN' ELSE 'REVOKED' END`
  );
}
