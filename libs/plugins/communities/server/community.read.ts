/**
 * How communities are read. The card (name, purpose, facilitators, how many) is guarded by the directory row; what is inside is cut
 * further to whoever sees inside.
 */
import { careModelRef, keyOfFacilitators, networkKey } from '@hub/core/contract';
import {
  alphabetical,
  byId,
  column,
  entityColumn,
  list,
  many,
  one,
  readExtension,
  readModel,
  sql,
  viewerCan,
  type Frame,
  type RootRead,
} from '@hub/core/server';
import { careModelState, communityKind } from '@hub/plugins/communities/contract';
import { facilitate } from './communities.policy';

export const communityRead = readModel({
  type: 'Community',
  source: 'communities.community',
  kind: communityKind,
  guard: 'ref',
  everyEntity: true,
  fields: {
    name: entityColumn('title'),
    purpose: entityColumn('summary'),
    kind: column('kind'),
    modelTypes: list('ModelType', {
      where: ({ t, parent }) => `${t}.ref = ANY(${parent.e}.care_models)`,
      orderBy: ({ t }) => `${t}.position`,
    }),
    modelType: one('ModelType', ({ t }) => `${t}.care_model_ref`),
    createdAt: column('created_at'),
    revision: column('revision'),
    facilitators: list('Member', {
      where: ({ t, parent, alias }) => {
        const m = alias();
        return `EXISTS (SELECT 1 FROM communities.membership ${m} WHERE ${m}.community_ref = ${parent.t}.ref AND ${m}.member_ref = ${t}.ref AND ${m}.role = 'FACILITATOR')`;
      },
      orderBy: ({ t, e }) => `lower(${e}.title), ${t}.ref`,
    }),
    memberCount: sql(
      (frame) =>
        `SELECT CASE WHEN ${seesInside(frame)} THEN n.n ELSE ${rounded('n.n')} END FROM (${membersOf(frame)}) n`,
    ),
    memberCountRounded: sql((frame) => `NOT ${seesInside(frame)}`),
    welcome: sql((frame) => `CASE WHEN ${seesInside(frame)} THEN nullif(${frame.t}.welcome, '') END`),
    members: many('CommunityMembershipEdge', {
      rowsAreEdges: true,
      where: ({ t, parent }) => `${t}.community_ref = ${parent.t}.ref AND ${seesInside(parent)}`,
      order: 'ROLE',
    }),
    membersToInvite: many('Member', {
      where: (frame) => `${frame.parent.can(facilitate.id)} AND ${isNotInParent(frame)}`,
      order: 'NAME',
    }),
    viewerRole: sql((frame) => `SELECT m.role FROM ${ownMembership(frame)}`),
    viewerSeesInside: sql(seesInside),
    viewerCanJoin: sql((frame) => `${isOfKind(frame, 'OPEN')} AND ${frame.t}.care_model_ref IS NULL`),
    viewerCanAsk: sql((frame) => isOfKind(frame, 'CLOSED')),
    viewerCanFacilitate: viewerCan(facilitate.id),
  },
  filters: {
    kinds: { cast: 'text[]', sql: ({ t }, value) => `${t}.kind = ANY(${value()})` },
    modelTypes: {
      cast: 'text[]',
      map: (codes: readonly string[]) => codes.map(careModelRef),
      sql: ({ e }, value) => `${e}.care_models && ${value()}`,
    },
    mine: {
      cast: 'boolean',
      sql: (frame, _value, mine) => `${mine === true ? '' : 'NOT '}EXISTS (SELECT 1 FROM ${ownMembership(frame)})`,
    },
    text: {
      cast: 'text',
      map: likeWords,
      sql: ({ e }, value) => `(${e}.title || ' ' || ${e}.summary) ILIKE ${value()}`,
    },
  },
  orders: {
    NAME: alphabetical(
      ({ e }) => `lower(${e}.title)`,
      ({ t }) => `${t}.ref`,
    ),
  },
});

export const membershipRead = readModel({
  type: 'CommunityMembershipEdge',
  source: 'communities.membership',
  guard: 'member_ref',
  fields: {
    node: one('Member', ({ t }) => `${t}.member_ref`),
    role: column('role'),
    since: column('since'),
    isLastFacilitator: sql(({ t, alias }) => {
      const other = alias();
      return (
        `${t}.role = 'FACILITATOR' AND NOT EXISTS (SELECT 1 FROM communities.membership ${other} ` +
        `WHERE ${other}.community_ref = ${t}.community_ref AND ${other}.role = 'FACILITATOR' AND ${other}.member_ref <> ${t}.member_ref)`
      );
    }),
  },
  filters: { member: { cast: 'text', sql: ({ t }, value) => `${t}.member_ref = ${value()}` } },
  orders: {
    ROLE: {
      descending: false,
      keys: [
        { sql: ({ t }) => `(${t}.role <> 'FACILITATOR')::int`, type: 'int' },
        { sql: ({ e }) => `lower(${e}.title)`, type: 'text' },
        { sql: ({ t }) => `${t}.member_ref`, type: 'text' },
      ],
    },
  },
});

/** By what they are called, or what they do. */
export const membersNamed = readExtension({
  type: 'Member',
  filters: {
    named: {
      cast: 'text',
      map: likeWords,
      sql: ({ e }, value) => `(${e}.title || ' ' || ${e}.summary) ILIKE ${value()}`,
    },
  },
});

export const careModelCommunity = readExtension({
  type: 'ModelType',
  fields: {
    community: one('Community', ({ t, alias }) => {
      const c = alias();
      return `(SELECT ${c}.ref FROM communities.community ${c} WHERE ${c}.care_model_ref = ${t}.ref)`;
    }),
  },
});

export const communityRoots: Readonly<Record<string, RootRead>> = {
  communities: many('Community', {
    where: ({ e }) => `${e}.state IS DISTINCT FROM '${careModelState}'`,
    order: 'NAME',
  }),
  community: byId('Community'),
};

/** Whether the viewer sees what is inside the community of this frame: of an open one whoever is signed in, of others its members. */
export function seesInside({ t, viewer }: Frame): string {
  return `(${t}.ref = ANY(${viewer.keys}) OR (${t}.kind = 'OPEN' AND '${networkKey}' = ANY(${viewer.keys})))`;
}

/** Whether the viewer facilitates the community that an expression names. */
export function facilitates({ viewer }: Frame, community: string): string {
  return `(('${keyOfFacilitators('')}' || ${community}) = ANY(${viewer.keys}))`;
}

function membersOf({ t, alias }: Frame): string {
  const m = alias();
  return `SELECT count(*)::int AS n FROM communities.membership ${m} WHERE ${m}.community_ref = ${t}.ref`;
}

/** To 5, and never none: somebody is there. */
const rounded = (count: string): string => `greatest(5, (round(${count} / 5.0) * 5)::int)`;

function ownMembership({ t, viewer }: Frame): string {
  return `communities.membership m WHERE m.community_ref = ${t}.ref AND m.member_ref = ${viewer.ref}`;
}

function isNotInParent({ t, parent, alias }: Frame): string {
  const m = alias();
  return `NOT EXISTS (SELECT 1 FROM communities.membership ${m} WHERE ${m}.community_ref = ${parent.t}.ref AND ${m}.member_ref = ${t}.ref)`;
}

/** A pattern for a text that holds these words, with what PostgreSQL would read as wildcards taken literally. */
function likeWords(text: string): string {
  return `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`;
}

/** Whether it is of a kind that the viewer may go into by themselves, and has not. */
function isOfKind(frame: Frame, kind: string): string {
  const { t, viewer } = frame;
  return `(${t}.kind = '${kind}' AND ${viewer.ref} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${ownMembership(frame)}))`;
}
