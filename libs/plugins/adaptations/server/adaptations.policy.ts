/** Who may do what with adaptations. */
import { editorsOfTheOwningSite, permission, type Relation } from '@hub/core/server';

/** Members of the site that the thing is. Their key is the site's own reference. */
const membersOfTheSiteItself: Relation = ({ entity, viewerKeys }) => {
  if (!entity) throw new Error('Only a site has members.');
  return `(${entity}.ref = ANY(${viewerKeys}) AND ${entity}.kind = 'site')`;
};

export const adaptationPermissions = [
  permission(
    'adaptations.start',
    membersOfTheSiteItself,
    'Only members of a site start its adaptations. Ask someone at that site',
  ),
  permission(
    'adaptations.edit',
    editorsOfTheOwningSite,
    'Only those who edit for the adapting site can change this record. Ask someone there',
  ),
];
