/** The domain events that core itself raises. */
import { domainEvent } from '@hub/core/contract';

/** Raised whenever a directory row is written or removed, so that indexes can follow. Carries no facts. */
export const entityChanged = domainEvent<Record<string, never>>()('entity.changed');

/** A handler registered under this name hears every domain event. */
export const everyEvent = '*';
