/** The decision and its reason stay in the tab until they are sent, from one page to the next. Words to cut out do not. */
import { useDraft, type Draft } from '@hub/core/web';
import type { CaseDecision } from '@hub/graphql';

export interface DecisionDraft {
  readonly decision: CaseDecision | null;
  readonly reason: string;
}

export function useDecisionDraft(id: string): Draft<DecisionDraft> {
  return useDraft<DecisionDraft>(`decide:${id}`, { decision: null, reason: '' });
}
