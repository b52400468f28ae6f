/** What a stage lets an adaptation do, and who sees it there. Pure. */
import type { Visibility } from '@hub/core/contract';
import {
  canMove,
  movesFrom,
  needsReason,
  sharedStages,
  type AdaptationDecision,
  type AdaptationStage,
} from '@hub/plugins/adaptations/contract';

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

/** What is missing from a move that goes back or takes something up again, or null. */
export function reasonProblem(from: AdaptationStage, to: AdaptationStage, said: string | null): string | null {
  if (!needsReason(from, to) || said !== null) return null;
  return `Say why it goes from "${stageWords[from]}" to "${stageWords[to]}". A sentence is enough`;
}

interface DecisionInput {
  readonly to: AdaptationStage;
  readonly stated: AdaptationDecision | null | undefined;
}

/** Why a decision does not fit the stage that it comes with, or null when it does. */
export function decisionProblem({ to, stated }: DecisionInput): string | null {
  if (!stated) return null;
  if (to === 'CONSIDERING' || to === 'ASSESSING') return 'There is no decision yet at this stage';
  if ((to === 'DECLINED') !== (stated === 'DECLINED'))
    return 'Deciding against it and moving to "decided against" go together';
  return null;
}

/**
 * What is decided after a move: as stated; else as it was; else what follows from the move. Testing it unchanged adopts it, and
 * coming to change it adapts it. Looking again opens the decision; stopping before there was one leaves it open.
 */
export function decisionAfter(
  move: DecisionInput & { readonly before: AdaptationDecision | null; readonly hasChanges: boolean },
): AdaptationDecision | null {
  const { to, stated, before, hasChanges } = move;
  if (to === 'CONSIDERING' || to === 'ASSESSING') return null;
  if (to === 'DECLINED') return 'DECLINED';
  if (stated) return stated;
  if (to === 'ADAPTING') return 'ADAPTED';
  if (before && before !== 'DECLINED') return before;
  if (to === 'STOPPED') return null;
  return hasChanges ? 'ADAPTED' : 'ADOPTED';
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

/** Why it cannot be opened to the network where it is, or null when it can. */
export function shareProblem(stage: AdaptationStage): string | null {
  if (sharedStages.includes(stage)) return null;
  return 'Nothing was tried or settled yet. It can be shared once it is tested, running, stopped or decided against';
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
