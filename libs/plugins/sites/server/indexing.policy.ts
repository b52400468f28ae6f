/** Who may say whether search engines list what a site makes public. */
import { leadsOfTheSiteItself, permission } from '@hub/core/server';

export const setIndexable = permission(
  'sites.set-indexable',
  leadsOfTheSiteItself,
  'Only those who lead this site can say whether search engines list what it makes public.',
);
