/** How requests to join are read: by whoever asked, and by those who lead the site. */
import { rowIdOf } from '@hub/core/contract';
import {
  byExpression,
  column,
  many,
  one,
  readExtension,
  readModel,
  sql,
  type Frame,
  type Order,
  type RootRead,
} from '@hub/core/server';
import { viewerLeads } from './invitation.read';

export const joinRequestIdPrefix = 'join-request';

const longestWaitFirst: Order = {
  descending: false,
  keys: [
    { sql: ({ t }) => `${t}.asked_at`, type: 'timestamptz' },
    { sql: ({ t }) => `${t}.id::text`, type: 'text' },
  ],
};

export const joinRequestRead = readModel({
  type: 'JoinRequest',
  source: 'membership.join_request',
  rowId: { prefix: joinRequestIdPrefix, column: 'id' },
  guard: 'site_ref',
  always: (frame) => `(${frame.t}.member_ref = ${frame.viewer.ref} OR ${viewerLeads(frame)})`,
  fields: {
    site: one('Site', ({ t }) => `${t}.site_ref`),
    member: one('Member', ({ t }) => `${t}.member_ref`),
    words: column('words'),
    state: column('state'),
    askedAt: column('asked_at'),
    role: column('role'),
    answer: column('answer'),
    answeredBy: one('Member', ({ t }) => `${t}.answered_by`),
    answeredAt: column('answered_at'),
    viewerCanAnswer: sql((frame) => `${frame.t}.state = 'OPEN' AND ${viewerLeads(frame)}`),
  },
});

export const siteJoinRequests = readExtension({
  type: 'Site',
  fields: {
    joinRequests: many('JoinRequest', {
      where: ({ t, parent }) => `${t}.site_ref = ${parent.t}.ref AND ${t}.state = 'OPEN'`,
      order: longestWaitFirst,
    }),
    viewerJoinRequest: one('JoinRequest', latestOfViewer),
  },
});

export const joinRequestRoots: Readonly<Record<string, RootRead>> = {
  joinRequestsToAnswer: many('JoinRequest', {
    where: (frame) => `${frame.t}.state = 'OPEN' AND ${viewerLeads(frame)}`,
    order: longestWaitFirst,
  }),
  joinRequest: byExpression('JoinRequest', ({ arg }) =>
    arg('id', 'uuid', (id: string) => rowIdOf(joinRequestIdPrefix, id)),
  ),
};

function latestOfViewer({ t, viewer, alias }: Frame): string {
  const r = alias();
  return (
    `(SELECT ${r}.id FROM membership.join_request ${r} WHERE ${r}.site_ref = ${t}.ref AND ${r}.member_ref = ${viewer.ref} ` +
    `ORDER BY ${r}.asked_at DESC LIMIT 1)`
  );
}
