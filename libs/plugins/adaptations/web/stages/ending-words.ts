/** What is said after a move. Stopping and deciding against are full endings, and thanked. Pure. */
import type { AdaptationStage } from '@hub/graphql';

/** A sentence for the banner; undefined for moves on the way, which only say that they were saved. */
export function endingWords(stage: AdaptationStage, site: string): string | undefined {
  switch (stage) {
    case 'DECLINED':
      return `${site} decided against it. Thank you for writing down why. Other sites can now read it.`;
    case 'STOPPED':
      return `${site} has stopped. Thank you for writing down what you learned. Other sites can now read it.`;
    case 'RUNNING':
      return `It is running at ${site}. Other sites can read how you got there`;
    case 'CONSIDERING':
    case 'ASSESSING':
    case 'ADAPTING':
    case 'TESTING':
      return undefined;
  }
}
