/** Why an adaptation ended and what came out of it, in a line. Pure. */
import { endingReasonWords, inSentence } from '../ending-words';
import type { AdaptationMentionFragment } from './lists.generated';

/** Null where nobody has written it down, or where it has been taken up again. */
export function endedInShort({ ending }: Pick<AdaptationMentionFragment, 'ending'>): string | null {
  if (!ending) return null;
  const reason = `Main reason: ${inSentence(endingReasonWords[ending.reason])}`;
  return ending.cameOfIt ? `${reason}. What came out of it: ${ending.cameOfIt}` : reason;
}
