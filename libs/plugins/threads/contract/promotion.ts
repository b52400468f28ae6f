/** What a post of a discussion can become in a record, and the kind of record that it goes into. */
export const promotionKinds = ['CHANGE', 'SUITABILITY', 'LEARNING', 'QUESTION'] as const;
export type PromotionKind = (typeof promotionKinds)[number];
