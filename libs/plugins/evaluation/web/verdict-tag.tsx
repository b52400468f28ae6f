/** What an evaluation says, as a state in words. The colours are those of the hub's other states, and mean nothing alone. */
import type { EvaluationVerdict } from '@hub/graphql';
import { PlainTag } from '@hub/ui';

const looks = {
  WORKED: ['Worked', 'green'],
  MIXED: ['Mixed', 'purple'],
  DID_NOT_WORK: ['Did not work', 'orange'],
  TOO_EARLY: ['Too early to say', 'white'],
} as const satisfies Record<EvaluationVerdict, unknown>;

export function VerdictTag({ verdict }: { readonly verdict: EvaluationVerdict }) {
  const [words, colour] = looks[verdict];
  return <PlainTag words={words} colour={colour} />;
}

/** The same for filters. */
export const verdictWords = (verdict: EvaluationVerdict): string => looks[verdict][0];
