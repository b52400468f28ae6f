/** What administration tells of. */
import { domainEvent } from '@hub/core/contract';

/** An administrator opened something that they may not see by themselves. The subject is that thing. */
export const glassBroken = domainEvent<{ glass: string; until: string }>()('break-glass.opened');
