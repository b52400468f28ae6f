/** The reactions that a post can get. They are words, not pictures; a page shows them in this order. */
export const reactionKinds = ['USEFUL', 'SAME_HERE', 'THANK_YOU'] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** Whether a text is the code of a reaction. */
export function isReactionKind(text: string): text is ReactionKind {
  return (reactionKinds as readonly string[]).includes(text);
}
