/** Who may do what with interventions. */
import {
  draftReadersOfTheOwningSite,
  editorsOfTheOwningSite,
  editorsOfTheSiteItself,
  permission,
  publishersOfTheOwningSite,
  type Permission,
} from '@hub/core/server';

export const createIntervention = 'intervention.create';
export const readDraft = 'intervention.read-draft';
export const editIntervention = 'intervention.edit';
export const publishIntervention = 'intervention.publish';

export const interventionsPermissions: readonly Permission[] = [
  permission(
    createIntervention,
    editorsOfTheSiteItself,
    'Only those who write for this site can write its interventions.',
  ),
  permission(
    editIntervention,
    editorsOfTheOwningSite,
    'Only those who write for the site that owns this intervention can change it.',
  ),
  permission(
    readDraft,
    draftReadersOfTheOwningSite,
    'Only those who write or evaluate for the site that owns this intervention read what is not published yet.',
  ),
  permission(
    publishIntervention,
    publishersOfTheOwningSite,
    'Only those who publish for the site that owns this intervention can publish it or say who can see it.',
  ),
];
