/** Who may do what in threads. */
import {
  anyMember,
  anyOf,
  anyoneSignedIn,
  editorsOfTheOwningSite,
  facilitatorsOfItsCommunity,
  permission,
  roleInTheNetwork,
} from '@hub/core/server';

/** Of the network, and of the community that a thread is in. */
const facilitators = anyOf(roleInTheNetwork('facilitator'), facilitatorsOfItsCommunity);

export const startThreads = permission(
  'threads.start',
  anyMember,
  'Guests read discussions. Ask a lead of your site for a role that starts them',
);
export const takePart = permission(
  'threads.take-part',
  anyMember,
  'Guests read discussions. Ask a lead of your site for a role that takes part in them',
);
export const markRead = permission('threads.mark-read', anyoneSignedIn, 'Sign in to keep track of what you have read');
export const announce = permission(
  'threads.announce',
  facilitators,
  'Only a facilitator can make an announcement. Start a discussion instead',
);
export const lockThreads = permission(
  'threads.lock',
  facilitators,
  'Only a facilitator can lock or reopen a discussion',
);
export const removeAnyPost = permission(
  'threads.remove-any-post',
  facilitators,
  'Only the person who wrote a post or a facilitator can remove it',
);
export const acceptAnyAnswer = permission(
  'threads.accept-any-answer',
  facilitators,
  'Only the person who asked or a facilitator can say what answers the question',
);

export const editAnyThread = permission(
  'threads.edit-any',
  facilitators,
  'Only the person who started a discussion or a facilitator can change its title and tags',
);
export const curate = permission(
  'threads.curate',
  facilitators,
  'Only a facilitator can move, pin or sum up a discussion',
);

export const promote = permission(
  'threads.promote',
  editorsOfTheOwningSite,
  'Only those who edit this record write into it. Ask someone at its site',
);

export const threadsPolicy = [
  ...[startThreads, takePart, markRead, announce, lockThreads, removeAnyPost, acceptAnyAnswer],
  ...[editAnyThread, curate, promote],
];
