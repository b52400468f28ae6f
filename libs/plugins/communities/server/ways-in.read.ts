/** How requests to join and invitations are read: by whoever they are about, and by those who facilitate the community. */
import { rowIdOf } from '@hub/core/contract';
import {
  byExpression,
  column,
  many,
  newestFirst,
  one,
  readExtension,
  readModel,
  sql,
  type Frame,
  type Order,
  type RootRead,
} from '@hub/core/server';
import { invitationPrefix, requestPrefix } from '@hub/plugins/communities/contract';
import { facilitates } from './community.read';

const facilitatesIt = (frame: Frame): string => facilitates(frame, `${frame.t}.community_ref`);
const isOwn = ({ t, viewer }: Frame): string => `${t}.member_ref = ${viewer.ref}`;
const ownOrFacilitated = (frame: Frame): string => `(${isOwn(frame)} OR ${facilitatesIt(frame)})`;

const longestWaitFirst: Order = {
  descending: false,
  keys: [
    { sql: ({ t }) => `${t}.asked_at`, type: 'timestamptz' },
    { sql: ({ t }) => `${t}.id::text`, type: 'text' },
  ],
};
const latestFirst = newestFirst(
  ({ t }) => `${t}.invited_at`,
  ({ t }) => `${t}.id::text`,
);

export const requestRead = readModel({
  type: 'CommunityRequest',
  source: 'communities.request',
  rowId: { prefix: requestPrefix, column: 'id' },
  guard: 'community_ref',
  always: ownOrFacilitated,
  fields: {
    community: one('Community', ({ t }) => `${t}.community_ref`),
    member: one('Member', ({ t }) => `${t}.member_ref`),
    words: column('words'),
    state: column('state'),
    askedAt: column('asked_at'),
    answer: column('answer'),
    answeredBy: one('Member', ({ t }) => `${t}.answered_by`),
    answeredAt: column('answered_at'),
    viewerCanAnswer: sql((frame) => `${frame.t}.state = 'OPEN' AND ${facilitatesIt(frame)}`),
  },
});

export const invitationRead = readModel({
  type: 'CommunityInvitation',
  source: 'communities.invitation',
  rowId: { prefix: invitationPrefix, column: 'id' },
  guard: 'community_ref',
  always: ownOrFacilitated,
  fields: {
    community: one('Community', ({ t }) => `${t}.community_ref`),
    member: one('Member', ({ t }) => `${t}.member_ref`),
    invitedBy: one('Member', ({ t }) => `${t}.invited_by`),
    invitedAt: column('invited_at'),
  },
});

export const communityWaysIn = readExtension({
  type: 'Community',
  fields: {
    requests: many('CommunityRequest', {
      where: (frame) => `${ofParent(frame)} AND ${frame.t}.state = 'OPEN' AND ${facilitatesIt(frame)}`,
      order: longestWaitFirst,
    }),
    invitations: many('CommunityInvitation', {
      where: (frame) => `${ofParent(frame)} AND ${facilitatesIt(frame)}`,
      order: latestFirst,
    }),
    viewerRequest: one('CommunityRequest', (frame) => latestOwn(frame, 'request', 'asked_at')),
    viewerInvitation: one('CommunityInvitation', (frame) => latestOwn(frame, 'invitation', 'invited_at')),
  },
});

export const waysInRoots: Readonly<Record<string, RootRead>> = {
  communityRequestsToAnswer: many('CommunityRequest', {
    where: (frame) => `${frame.t}.state = 'OPEN' AND ${facilitatesIt(frame)}`,
    order: longestWaitFirst,
  }),
  communityRequest: byExpression('CommunityRequest', ({ arg }) =>
    arg('id', 'uuid', (id: string) => rowIdOf(requestPrefix, id)),
  ),
  communityInvitationsToAnswer: many('CommunityInvitation', { where: isOwn, order: latestFirst }),
};

const ofParent = ({ t, parent }: Frame): string => `${t}.community_ref = ${parent.t}.ref`;

function latestOwn({ t, viewer, alias }: Frame, table: string, time: string): string {
  const r = alias();
  return (
    `(SELECT ${r}.id FROM communities.${table} ${r} WHERE ${r}.community_ref = ${t}.ref AND ${r}.member_ref = ${viewer.ref} ` +
    `ORDER BY ${r}.${time} DESC LIMIT 1)`
  );
}
