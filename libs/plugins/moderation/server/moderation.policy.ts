/** Who may report, and who decides. */
import { keyOfRole } from '@hub/core/contract';
import { anyoneSignedIn, permission, roleInTheNetwork, type Frame } from '@hub/core/server';

export const reportThings = permission('moderation.report', anyoneSignedIn, 'Sign in to report something');
export const moderate = permission(
  'moderation.moderate',
  roleInTheNetwork('moderator'),
  'Only a moderator of the network looks at what was reported',
);

export const appealDecisions = permission('moderation.appeal', anyoneSignedIn, 'Sign in to appeal');
export const openNames = permission(
  'moderation.open-name',
  roleInTheNetwork('moderator'),
  'Only a moderator of the network can open the name of a post without one',
  { secondFactor: true },
);

export const moderationPolicy = [reportThings, moderate, appealDecisions, openNames];

/** SQL of whether the viewer moderates: rows carry it as well as the fields that lead to them. */
export const isModerator = ({ viewer }: Frame): string => `'${keyOfRole('moderator')}' = ANY(${viewer.keys})`;
