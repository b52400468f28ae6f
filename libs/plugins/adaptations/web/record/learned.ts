/** What was learned at each stage, newest first. Pure. */
import type { AdaptationDecision, AdaptationStage } from '@hub/graphql';
import { stageWords } from '@hub/ui';

export interface StageStep {
  readonly stage: AdaptationStage;
  readonly at: string;
  readonly learned: string | null;
  readonly reason?: string | null;
  readonly decision?: AdaptationDecision | null;
  readonly by?: { readonly displayName: string } | null;
}

/** The steps newest first. Steps at one moment keep their order, the later one first. */
export function newestFirst<Step extends StageStep>(history: readonly Step[]): Step[] {
  return history.toReversed();
}

/** "Running. Recorded by Amira Khan". */
export function stepWords({ stage, by }: StageStep): string {
  return by ? `${stageWords(stage)}, recorded by ${by.displayName}` : stageWords(stage);
}

/** What was said when it ended as it did, or at the latest step at which anything was said. */
export function lastLearned(history: readonly StageStep[], stage: AdaptationStage): string | null {
  return history.findLast((step) => step.stage === stage && step.learned)?.learned ?? null;
}
