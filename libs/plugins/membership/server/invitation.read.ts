/** How invitations are read: by those who lead the site, and by nobody else. */
import { keyOfSiteLeads } from '@hub/core/contract';
import { column, many, newestFirst, one, readExtension, readModel, sql, type Frame } from '@hub/core/server';
import { stateSql } from './open-invitations';

export const invitationIdPrefix = 'site-invitation';

/** True for rows (with `site_ref`) of the sites that the viewer leads. */
export function viewerLeads({ t, viewer }: Frame): string {
  return `'${keyOfSiteLeads('')}' || ${t}.site_ref = ANY(${viewer.keys})`;
}

export const invitationRead = readModel({
  type: 'SiteInvitation',
  source: 'membership.invitation',
  rowId: { prefix: invitationIdPrefix, column: 'id' },
  guard: 'site_ref',
  always: viewerLeads,
  fields: {
    site: one('Site', ({ t }) => `${t}.site_ref`),
    email: column('email'),
    role: column('role'),
    state: sql(({ t }) => stateSql(t)),
    invitedBy: one('Member', ({ t }) => `${t}.invited_by`),
    invitedAt: column('invited_at'),
    expiresAt: column('expires_at'),
    acceptedBy: one('Member', ({ t }) => `${t}.accepted_by`),
  },
});

export const siteInvitations = readExtension({
  type: 'Site',
  fields: {
    invitations: many('SiteInvitation', {
      where: ({ t, parent }) => `${t}.site_ref = ${parent.t}.ref`,
      order: newestFirst(
        ({ t }) => `${t}.invited_at`,
        ({ t }) => `${t}.id::text`,
      ),
    }),
  },
});
