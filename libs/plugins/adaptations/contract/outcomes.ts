/** What a site decided about an intervention, and why a piece of work ended: both are short lists. */

export const adaptationDecisions = ['ADOPTED', 'ADAPTED', 'DECLINED'] as const;
/** Use it as it is, change it to fit, or leave it: all three are full outcomes. */
export type AdaptationDecision = (typeof adaptationDecisions)[number];

export const endingReasons = [
  'LEADERSHIP_SUPPORT',
  'STAFF',
  'MONEY',
  'INFRASTRUCTURE',
  'APPROVALS',
  'CULTURE',
  'DEMAND',
  'OTHER',
] as const;
/** The main reason why it was stopped or decided against. The words beside it say the rest. */
export type EndingReason = (typeof endingReasons)[number];
