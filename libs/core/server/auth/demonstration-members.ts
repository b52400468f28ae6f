/** The members whom anyone may sign in as where demonstration sign-in is switched on. */
import { extensionPoint, type EntityRef } from '@hub/core/contract';

export interface DemonstrationMember {
  readonly ref: EntityRef;
  readonly slug: string;
  readonly name: string;
  readonly role: string;
  readonly site: string;
  /** What people call the site; empty for a member without one. */
  readonly siteName: string;
}

export interface DemonstrationMembers {
  list(): Promise<readonly DemonstrationMember[]>;
}

/** Filled by the plugin that owns members. */
export const demonstrationMembers = extensionPoint<DemonstrationMembers>('core', 'demonstration-members');
