/** Who may do what with interventions. */
import { editorsOfTheOwningSite, editorsOfTheSiteItself, permission, type Permission } from '@hub/core/server';

export const editIntervention = 'intervention.edit';

export const interventionsPermissions: readonly Permission[] = [
  permission('intervention.create', editorsOfTheSiteItself, 'Only members of this site can write its interventions.'),
  permission(
    editIntervention,
    editorsOfTheOwningSite,
    'Only members of the site that owns this intervention can change it.',
  ),
];
