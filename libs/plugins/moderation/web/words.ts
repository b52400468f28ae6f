/** The words of reasons and decisions on the page. */
import type { CaseDecision, ReportReason } from '@hub/graphql';

export const reasonWords = {
  PATIENT_DETAILS: 'Details of a patient',
  HARM: 'Harm or risk to somebody',
  UNKIND: 'Rude or unkind',
  OFF_TOPIC: 'Off topic or advertising',
  OTHER: 'Something else',
} as const satisfies Record<ReportReason, string>;

/** What a moderator did, after "A moderator". */
const done = {
  KEEP: 'looked at it and kept it',
  EDIT_OUT: 'cut some words out of it',
  REMOVE: 'removed it',
  LOCK_THREAD: 'kept it, and closed its discussion to replies',
} as const satisfies Record<CaseDecision, string>;

/** "A moderator removed it", or that it waits. */
export function outcomeWords(decision: CaseDecision | null | undefined, who = 'A moderator'): string {
  return decision ? `${who} ${done[decision]}.` : 'It waits for a moderator.';
}

/** What an appeal that was upheld brought about, for the author. */
export function undoneWords(decision: CaseDecision | null | undefined): string {
  if (decision === 'REMOVE') return 'Your appeal was upheld, and your post is back.';
  if (decision === 'LOCK_THREAD') return 'Your appeal was upheld, and the discussion is open to replies.';
  return 'Your appeal was upheld.';
}

export const decisionWords = {
  KEEP: 'Keep it',
  EDIT_OUT: 'Cut words out',
  REMOVE: 'Remove it',
  LOCK_THREAD: 'Close the discussion to replies',
} as const satisfies Record<CaseDecision, string>;

/** "Rude or unkind, Off topic or advertising": each once, in the order given. */
export function reasonsInWords(reasons: readonly ReportReason[]): string {
  return [...new Set(reasons)].map((reason) => reasonWords[reason]).join(', ');
}
