/** The stages of an adaptation and the moves between them, as data. Both sides read it: services and stage pages. */
import type { Maturity } from '@hub/plugins/interventions/contract';

export const adaptationStages = [
  'CONSIDERING',
  'ASSESSING',
  'ADAPTING',
  'TESTING',
  'RUNNING',
  'STOPPED',
  'DECLINED',
] as const;
export type AdaptationStage = (typeof adaptationStages)[number];

/**
 * Where an adaptation can go from each stage. A site may write down late what it has already done, so early stages lead to any
 * later one. What has run is stopped, not declined; what was stopped or declined may be taken up again.
 */
export const movesFrom = {
  CONSIDERING: ['ASSESSING', 'ADAPTING', 'TESTING', 'RUNNING', 'STOPPED', 'DECLINED'],
  ASSESSING: ['CONSIDERING', 'ADAPTING', 'TESTING', 'RUNNING', 'STOPPED', 'DECLINED'],
  ADAPTING: ['ASSESSING', 'TESTING', 'RUNNING', 'STOPPED', 'DECLINED'],
  TESTING: ['ADAPTING', 'RUNNING', 'STOPPED', 'DECLINED'],
  RUNNING: ['ADAPTING', 'TESTING', 'STOPPED'],
  STOPPED: ['CONSIDERING', 'ASSESSING', 'ADAPTING', 'TESTING', 'RUNNING'],
  DECLINED: ['CONSIDERING', 'ASSESSING', 'ADAPTING'],
} as const satisfies Record<AdaptationStage, readonly AdaptationStage[]>;

/** From these on the network sees it. */
export const sharedStages: readonly AdaptationStage[] = ['TESTING', 'RUNNING', 'STOPPED', 'DECLINED'];

/** In these the work is over: the site may start another from the same intervention. */
export const endedStages: readonly AdaptationStage[] = ['STOPPED', 'DECLINED'];

/** The way forward. Whoever goes against it, or takes up again what had ended, says why. */
const wayForward: readonly AdaptationStage[] = ['CONSIDERING', 'ASSESSING', 'ADAPTING', 'TESTING', 'RUNNING'];

/** Whether a move goes back a stage or takes up again what had ended: it then needs a reason. */
export function needsReason(from: AdaptationStage, to: AdaptationStage): boolean {
  if (endedStages.includes(to)) return false;
  return endedStages.includes(from) || wayForward.indexOf(to) < wayForward.indexOf(from);
}

/** How far the site's own version is at a stage; null where the stage says nothing of it. What was tried and then decided against has stopped. */
export function maturityAt(stage: AdaptationStage): Maturity | null {
  switch (stage) {
    case 'TESTING':
    case 'RUNNING':
    case 'STOPPED':
      return stage;
    case 'DECLINED':
      return 'STOPPED';
    case 'CONSIDERING':
    case 'ASSESSING':
    case 'ADAPTING':
      return null;
  }
}

/** Whether an adaptation may go from one stage to another. Never to the stage where it is. */
export function canMove(from: AdaptationStage, to: AdaptationStage): boolean {
  return (movesFrom[from] as readonly AdaptationStage[]).includes(to);
}
