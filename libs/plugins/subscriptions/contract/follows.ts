/** How other plugins set what somebody follows: by the service that the API uses. */
import type { Acting, EntityRef } from '@hub/core/contract';
import type { FollowLevel } from './follow-level';

export abstract class Follows {
  /** Sets the actor's rule for a thing that they can see. Throws as `follow` does. */
  abstract follow(acting: Acting, rule: { readonly targetId: EntityRef; readonly level: FollowLevel }): Promise<void>;
}
