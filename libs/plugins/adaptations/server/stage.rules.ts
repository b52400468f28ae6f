/** What a stage lets an adaptation do, and who sees it there. Pure. */
import type { Visibility } from '@hub/core/contract';
import { canMove, movesFrom, sharedStages, type AdaptationStage } from '@hub/plugins/adaptations/contract';

export const stageWords = {
  CONSIDERING: 'considering it',
  ASSESSING: 'assessing it',
  ADAPTING: 'adapting it',
  TESTING: 'testing it',
  RUNNING: 'running it',
  STOPPED: 'stopped',
  DECLINED: 'decided against',
} as const satisfies Record<AdaptationStage, string>;

/** Why an adaptation cannot make this move and where it could go instead, or null when it can. */
export function moveProblem(from: AdaptationStage, to: AdaptationStage): string | null {
  if (canMove(from, to)) return null;
  const choices = movesFrom[from].map((stage) => stageWords[stage]).join(', ');
  if (from === to) return `It is already at this stage (${stageWords[from]}). Choose one of: ${choices}`;
  return `It cannot go from "${stageWords[from]}" to "${stageWords[to]}". Choose one of: ${choices}`;
}

/**
 * Who sees an adaptation: the site at first; the network once a stage has shared it, for good; once its result is published,
 * whoever sees the result (which then is among the things it is within). The source is always among those.
 */
export function visibilityOf(record: {
  readonly sharedAt: Date | null;
  readonly publishedAt: Date | null;
}): Visibility {
  if (record.publishedAt) return 'public';
  return record.sharedAt ? 'network' : 'site';
}

/** Whether this move is the one that opens it to the network. */
export function opensToNetwork(to: AdaptationStage, sharedAt: Date | null): boolean {
  return sharedAt === null && sharedStages.includes(to);
}

/** Why an adaptation cannot publish a result now, or null when it can. */
export function publishProblem(record: {
  readonly stage: AdaptationStage;
  readonly resultRef: string | null;
}): string | null {
  if (!record.resultRef) {
    return 'There is nothing of your own to publish: the source runs as it is. Move it to "adapting it" to write your version first';
  }
  if (record.stage === 'DECLINED') return 'Your site decided against this. Take it up again before you publish';
  return null;
}
