/** Who is asking: the member's reference and the keys that open things to them. */
import type { EntityRef } from './entity-ref';

export interface Viewer {
  /** The member, or null when signed out. */
  readonly ref: EntityRef | null;
  /** Every key held; a thing is visible exactly when all the keys that it needs are among them. */
  readonly keys: readonly string[];
  /** The session, so that what it opened can be closed with it. Null for anonymous viewers and for code acting for a member. */
  readonly sessionId: string | null;
  /** The API token that acts for the member; undefined in a session. */
  readonly tokenId?: string;
  /** When they last proved a second factor in this session. */
  readonly secondFactorAt?: Date | null;
  /** What an API token allows; undefined in a session, which allows all that its member may do. */
  readonly scopes?: readonly ApiScope[];
}

/** What an API token may be used for: reading, or also changing things. */
export const apiScopes = ['read', 'write'] as const;
export type ApiScope = (typeof apiScopes)[number];

export const publicKey = 'public';
export const networkKey = 'network';
/** Held by everyone who may write in the network: all but guests, who read. */
export const takesPartKey = 'takes-part';

export const anonymous: Viewer = Object.freeze({ ref: null, keys: Object.freeze([publicKey]), sessionId: null });

export const keyOfSiteMembers = (site: EntityRef) => site;
export const keyOfSiteDrafts = (site: EntityRef) => `drafts:${site}`;
export const keyOfSiteEditors = (site: EntityRef) => `edits:${site}`;
export const keyOfSiteEvaluators = (site: EntityRef) => `evaluates:${site}`;
export const keyOfSitePublishers = (site: EntityRef) => `publishes:${site}`;
export const keyOfSiteLeads = (site: EntityRef) => `leads:${site}`;
/** Of those who look after a community. Its members hold its reference. */
export const keyOfFacilitators = (community: EntityRef) => `facilitates:${community}`;
/** Opens one thing by itself, whatever else it needs: lent for a while to whoever breaks the glass, held by whoever is invited to it. */
export const keyOfGlass = (thing: EntityRef) => `glass:${thing}`;
export const keyOfRole = (role: NetworkRole) => `role:${role}`;

/** The network team's roles. */
export const networkRoles = ['administrator', 'moderator', 'facilitator'] as const;
export type NetworkRole = (typeof networkRoles)[number];

/** The keys that every member holds, before memberships and roles add theirs. */
export function memberKeys(member: EntityRef, granted: readonly string[] = []): string[] {
  return [...new Set([publicKey, networkKey, takesPartKey, member, ...granted])];
}
