/**
 * The domain events of moderation. The subject is the discussion. No fact says who reported, or who wrote; the actor of what a moderator
 * decided is null, because its author is told by the hub.
 */
import { domainEvent } from '@hub/core/contract';
import type { CaseDecision } from './kinds';

/** Something was reported. `isNew`: no case about it was open. `isHidden`: it is hidden since, while it waits. */
export const caseReported = domainEvent<{ case: string; isNew: boolean; isHidden: boolean }>()(
  'moderation.case-reported',
);
export const caseDecided = domainEvent<{ case: string; decision: CaseDecision }>()('moderation.case-decided');

export const caseAppealed = domainEvent<{ case: string }>()('moderation.case-appealed');
export const appealDecided = domainEvent<{ case: string; upheld: boolean }>()('moderation.appeal-decided');
/** The actor is the moderator who opened it: whoever wrote without a name may know who knows it now. */
export const nameOpened = domainEvent<{ case: string }>()('moderation.name-opened');

export const moderationEvents = [caseReported, caseDecided, caseAppealed, appealDecided, nameOpened] as const;
