/** The domain events that core itself raises. */
import { domainEvent, type EntityRef } from '@hub/core/contract';

/** Raised whenever a directory row is written or removed, so that indexes can follow. Carries no facts. */
export const entityChanged = domainEvent<Record<string, never>>()('entity.changed');

/** What the subject became part of: another entity of its kind. */
export interface MergeFacts {
  readonly into: EntityRef;
}

/** Raised by whoever makes one entity of two, so that what others keep of the subject can go on with the other. */
export const entityMerged = domainEvent<MergeFacts>()('entity.merged');

/** A handler registered under this name hears every domain event but `entity.changed`, which says nothing of what happened. */
export const everyEvent = '*';
