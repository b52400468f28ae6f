/** Who may do what at a site. */
import { editorsOfTheSiteItself, leadsOfTheSiteItself, permission, publishersOfTheSiteItself } from '@hub/core/server';
import { leadSitePermission } from '@hub/plugins/sites/contract';

export const leadSite = permission(
  leadSitePermission,
  leadsOfTheSiteItself,
  'Only those who lead this site say who belongs to it. Ask one of them',
);
export const editSite = permission(
  'sites.edit',
  editorsOfTheSiteItself,
  'Only those who write for this site can do this. Ask one of its leads',
);
export const publishForSite = permission(
  'sites.publish',
  publishersOfTheSiteItself,
  'Only those who publish for this site can do this. Ask one of its leads',
);

export const sitesPolicy = [leadSite, editSite, publishForSite];
