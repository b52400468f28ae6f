/** How other plugins write into the record of an adaptation, in the name of somebody who may edit it. Whoever calls has asked that. */
import type { Acting, EntityRef } from '@hub/core/contract';

export interface ChangeToRecord {
  readonly adaptation: EntityRef;
  readonly what: string;
  readonly why: string;
}

export interface FindingToRecord {
  readonly adaptation: EntityRef;
  readonly title: string;
  readonly finding: string;
}

export abstract class AdaptationFindings {
  /** Records a change, to be coded later. Gives its uuid. */
  abstract addChange(acting: Acting, change: ChangeToRecord): Promise<string>;
  /** Records what somebody found out about whether it is right for the site. Gives its uuid. */
  abstract addFinding(acting: Acting, finding: FindingToRecord): Promise<string>;
}
