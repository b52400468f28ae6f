/** What is being written with a move, and the input that it comes to. Pure. */
import type { Problem } from '@hub/core/web';
import type { AdaptationDecision, AdaptationStage, MoveAdaptationInput } from '@hub/graphql';
import { endedStages, needsReason } from '@hub/plugins/adaptations/contract';
import { endingInput, endingProblems, startingEnding, type EndingWriting } from './ending-writing';

export interface StageWriting extends EndingWriting {
  readonly to: AdaptationStage | null;
  readonly learned: string;
  readonly reason: string;
  readonly decision: AdaptationDecision | null;
  /** Whether to keep an ending to the site for now. */
  readonly keeps: 'no' | 'yes';
}

/** What a move starts from. */
export interface MoveFacts {
  readonly id: string;
  readonly stage: AdaptationStage;
  readonly decision: AdaptationDecision | null;
  readonly revision: number;
  /** The move would open the record to the network. */
  readonly opens: boolean;
  readonly viewerCanPublish: boolean;
}

export const startingMove = (to: AdaptationStage | null): StageWriting => ({
  ...startingEnding(null),
  ...{ to, learned: '', reason: '', decision: null, keeps: 'no' },
});

/** Whether the form asks what was decided: it goes to trying it, and nobody has said so yet. */
export function asksDecision({ decision }: Pick<MoveFacts, 'decision'>, to: AdaptationStage | null): boolean {
  return (to === 'TESTING' || to === 'RUNNING') && (decision === null || decision === 'DECLINED');
}

/** Whether the form asks how it ended. */
export const isEnding = (to: AdaptationStage | null): boolean => to !== null && endedStages.includes(to);

/** What must be answered before it is sent. The hub checks all of it again. */
export function moveProblems(from: MoveFacts, writing: StageWriting): Problem['fields'] {
  const { to, reason, decision } = writing;
  if (!to) return [{ path: 'stage', message: 'Choose where you are with it' }];
  return [
    ...(needsReason(from.stage, to) && !reason.trim()
      ? [{ path: 'reason', message: 'Say why you go back. A sentence is enough' }]
      : []),
    ...(asksDecision(from, to) && !decision ? [{ path: 'decision', message: 'Choose what you decided' }] : []),
    ...(isEnding(to) ? endingProblems(writing) : []),
  ];
}

/** The input for writing without problems. Only what the form asks for this move is sent. */
export function moveInput(
  from: MoveFacts,
  writing: StageWriting & { readonly to: AdaptationStage },
): Omit<MoveAdaptationInput, 'clientMutationId'> {
  const { to, learned, reason, decision, keeps } = writing;
  const keepsToSite = from.opens && (!from.viewerCanPublish || (isEnding(to) && keeps === 'yes'));
  return {
    adaptation: from.id,
    stage: to,
    learned: learned.trim() || null,
    ...(needsReason(from.stage, to) ? { reason: reason.trim() } : {}),
    ...(asksDecision(from, to) ? { decision } : {}),
    ...(isEnding(to) ? { ending: endingInput(writing) } : {}),
    ...(keepsToSite ? { share: false } : {}),
    expectedRevision: from.revision,
  };
}
