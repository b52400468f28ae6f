/** How what a post became is said, at either end. */
import type { PromotionKind } from '@hub/graphql';

/** What it is in a record. */
export const promotionWords: Readonly<Record<PromotionKind, string>> = {
  CHANGE: 'A change',
  SUITABILITY: 'A finding',
  LEARNING: 'Something learned',
  QUESTION: 'A question',
};

/** Before the title of the record, at the post. */
export const becameWords: Readonly<Record<PromotionKind, string>> = {
  CHANGE: 'This changed',
  SUITABILITY: 'This became a finding of',
  LEARNING: 'This became something learned in',
  QUESTION: 'This became a question about',
};
