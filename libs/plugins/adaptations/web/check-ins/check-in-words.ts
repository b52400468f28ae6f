/** What each answer to "Still going, stopped, or busy?" does, in words: the same on the page and where a link leads. Pure. */
import type { CheckInAnswer } from '@hub/graphql';
import { quietDays } from '@hub/plugins/adaptations/contract';

/** What happens with an answer. */
export const checkInEffects = {
  GOING: `Everybody who can see the record reads that it is still going. Your team is asked again after ${quietDays} days without a word.`,
  STOPPED: 'On the next page you say why, and what came of it. That helps others as much as a success does.',
  BUSY: `The record stays as it is. Your team is asked again in ${quietDays} days.`,
} as const satisfies Record<CheckInAnswer, string>;

/** What is said once it is done. */
export const checkInDone = {
  GOING: 'Thank you. The record now says that it is still going',
  BUSY: `Thank you. We ask your team again in ${quietDays} days`,
} as const satisfies Partial<Record<CheckInAnswer, string>>;

/** How somebody answered, behind their name. */
export function answeredWords(answer: CheckInAnswer, who: string | null): string {
  const words = {
    GOING: 'answered that it is still going',
    STOPPED: 'recorded that it has ended',
    BUSY: 'answered that your team is busy',
  } as const satisfies Record<CheckInAnswer, string>;
  return `${who ?? 'Somebody in your team'} ${words[answer]}`;
}
