/** What became of a site's own version, in the middle of a sentence that begins with the site's name. Pure. */
import type { AdaptationStage } from '@hub/graphql';

/** With the day of the last move after it. */
const became = {
  CONSIDERING: 'has looked at it again since',
  ASSESSING: 'has assessed it again since',
  ADAPTING: 'has been changing it since',
  TESTING: 'has tested it since',
  RUNNING: 'has run it since',
  STOPPED: 'stopped it on',
  DECLINED: 'decided against it on',
} as const satisfies Record<AdaptationStage, string>;

interface Course {
  readonly stage: AdaptationStage;
  readonly history: readonly { readonly at: string }[];
}

/** "has run it since", and the moment of the move to where it is now; null where no move is known. */
export function whatBecame({ stage, history }: Course): { readonly words: string; readonly at: string } | null {
  const last = history.at(-1);
  return last ? { words: became[stage], at: last.at } : null;
}
