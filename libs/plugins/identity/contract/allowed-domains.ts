/** The domains whose addresses may sign in by a code: kept by administrators. */
import type { Acting, EntityRef, Transaction } from '@hub/core/contract';

export interface AllowedDomain {
  /** `nhs.net` is that domain alone; `*.nhs.uk` is every domain below nhs.uk, and not nhs.uk itself. */
  readonly pattern: string;
  readonly addedAt: Date;
  /** Null for those that every hub starts with. */
  readonly addedBy: EntityRef | null;
}

/** Used by administration. Whether somebody may change the list is the caller's to decide; each change is in the audit log. */
export abstract class AllowedDomains {
  /** All of them, in the order of the alphabet. */
  abstract list(tx: Transaction): Promise<AllowedDomain[]>;

  /** Adds one, and gives it as it is kept. BAD_USER_INPUT at `input.pattern` when it is no domain. Does nothing when it is there. */
  abstract add(acting: Acting, pattern: string, reason?: string): Promise<string>;

  /** Takes one away: nobody new signs in by it. Members whom the hub knows still do. NOT_FOUND when it is not there. */
  abstract remove(acting: Acting, pattern: string, reason?: string): Promise<void>;
}
