/** What is being written about an ending, and the input that it comes to. Pure. */
import type { EndingInput, EndingReason } from '@hub/graphql';
import type { Problem } from '@hub/core/web';

/** Something of the hub that grew from it. */
export interface Grown {
  readonly id: string;
  readonly title: string;
}

export interface EndingWriting {
  readonly because: EndingReason | null;
  readonly words: string;
  readonly tried: string;
  readonly cameOfIt: string;
  readonly grew: readonly Grown[];
}

interface EarlierEnding {
  readonly reason: EndingReason;
  readonly words: string | null;
  readonly tried: string | null;
  readonly cameOfIt: string | null;
  readonly grew: readonly { readonly thing: { readonly id: string; readonly title?: string } }[];
}

/** An empty form, or an earlier ending to correct. */
export function startingEnding(ending: EarlierEnding | null): EndingWriting {
  if (!ending) return { because: null, words: '', tried: '', cameOfIt: '', grew: [] };
  const { reason, words, tried, cameOfIt, grew } = ending;
  return {
    because: reason,
    words: words ?? '',
    tried: tried ?? '',
    cameOfIt: cameOfIt ?? '',
    grew: grew.map(({ thing }) => ({ id: thing.id, title: thing.title ?? thing.id })),
  };
}

/** What must be answered before it is sent. */
export function endingProblems({ because }: Pick<EndingWriting, 'because'>): Problem['fields'] {
  return because ? [] : [{ path: 'ending.reason', message: 'Choose the main reason. “Another reason” is one' }];
}

/** The input for writing without problems; null without a reason. */
export function endingInput({ because, words, tried, cameOfIt, grew }: EndingWriting): EndingInput | null {
  if (!because) return null;
  return {
    reason: because,
    words: words.trim() || null,
    tried: tried.trim() || null,
    cameOfIt: cameOfIt.trim() || null,
    grew: grew.map(({ id }) => id),
  };
}
