/** What is said after a move. Stopping and deciding against are full endings, and thanked. Pure. */
import type { AdaptationStage } from '@hub/graphql';

/** A sentence for the banner; undefined for moves on the way, which only say that they were saved. */
export function endingWords(stage: AdaptationStage, site: string, isShared: boolean): string | undefined {
  const readers = isShared ? ' Other sites can now read it.' : ` Only ${site} can read it for now.`;
  switch (stage) {
    case 'DECLINED':
      return `${site} decided against it. Thank you for writing down why.${readers}`;
    case 'STOPPED':
      return `${site} has stopped. Thank you for writing down what you learned.${readers}`;
    case 'RUNNING':
      return `It is running at ${site}.${isShared ? ' Other sites can read how you got there.' : readers}`;
    case 'CONSIDERING':
    case 'ASSESSING':
    case 'ADAPTING':
    case 'TESTING':
      return undefined;
  }
}
