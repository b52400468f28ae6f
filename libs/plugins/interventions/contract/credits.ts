/** Thanks that stay: what in an intervention came from another site's change to it. */
import type { EntityRef } from '@hub/core/contract';

export const partKinds = ['SECTION', 'COMPONENT'] as const;
/** What an intervention is made of: the TIDieR sections of its text, and its named components. */
export type PartKind = (typeof partKinds)[number];

/** A change of a site that was taken into one section or component. */
export interface NewCredit {
  readonly site: EntityRef;
  /** The record in which the site made the change. Whoever may not see that, does not see the credit. */
  readonly from: EntityRef;
  readonly part: PartKind;
  readonly key: string;
  /** The heading or name of the part, as people saw it. */
  readonly heading: string;
}

/** Names one change that was taken in. */
export type TakenIn = Pick<NewCredit, 'from' | 'part' | 'key'>;

export interface Credit extends NewCredit {
  /** The version that first had the change. */
  readonly number: number;
}
