/** Who is asking: the member's reference and the keys that open things to them. */
import type { EntityRef } from './entity-ref';

export interface Viewer {
  /** The member, or null when signed out. */
  readonly ref: EntityRef | null;
  /** Every key held; a thing is visible exactly when all the keys that it needs are among them. */
  readonly keys: readonly string[];
  /** The session, so that what it opened can be closed with it. Null for anonymous viewers and for code acting for a member. */
  readonly sessionId: string | null;
}

export const publicKey = 'public';
export const networkKey = 'network';

export const anonymous: Viewer = Object.freeze({ ref: null, keys: Object.freeze([publicKey]), sessionId: null });

export const keyOfSiteMembers = (site: EntityRef) => site;
export const keyOfSiteEditors = (site: EntityRef) => `edits:${site}`;
export const keyOfRole = (role: NetworkRole) => `role:${role}`;

export type NetworkRole = 'administrator' | 'facilitator';

/** The keys that every member holds, before memberships and roles add theirs. */
export function memberKeys(member: EntityRef, granted: readonly string[] = []): string[] {
  return [...new Set([publicKey, networkKey, member, ...granted])];
}
