/** Who may do what with adaptations. */
import {
  editorsOfTheOwningSite,
  editorsOfTheSiteItself,
  permission,
  publishersOfTheOwningSite,
} from '@hub/core/server';

export const adaptationPermissions = [
  permission(
    'adaptations.start',
    editorsOfTheSiteItself,
    'Only those who write for a site start its adaptations. Ask someone at that site',
  ),
  permission(
    'adaptations.edit',
    editorsOfTheOwningSite,
    'Only those who edit for the adapting site can change this record. Ask someone there',
  ),
  permission(
    'adaptations.publish',
    publishersOfTheOwningSite,
    'Only those who publish for the adapting site can publish what came of it. Ask someone there',
  ),
  permission(
    'adaptations.share',
    publishersOfTheOwningSite,
    'Moving it there opens the record to the network. Engine-room members and leads of the site do that: ask one of them, or keep it to your site for now',
  ),
];
