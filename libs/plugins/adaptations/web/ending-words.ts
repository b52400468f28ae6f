/** The words for why something ended. Apart from the other words: search results and mentions of every page use them. */
import type { EndingReason } from '@hub/graphql';

/** Why something ended, as answers to "What was the main reason?". */
export const endingReasonWords = {
  LEADERSHIP_SUPPORT: 'Support from leaders',
  STAFF: 'Staff',
  MONEY: 'Money',
  INFRASTRUCTURE: 'Buildings, equipment or IT',
  APPROVALS: 'Approvals',
  CULTURE: 'Culture, or how people work together',
  DEMAND: 'Not enough need or demand for it',
  OTHER: 'Another reason',
} as const satisfies Record<EndingReason, string>;

/** The first letter small. */
export function inSentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
