/** What is written down from a post: what it can become, what the form starts with, and what is missing. Pure. */
import type { Problem } from '@hub/core/web';
import type { PromotionKind } from '@hub/graphql';

export interface PromotionWriting {
  readonly kind: PromotionKind;
  readonly record: string;
  readonly title: string;
  readonly words: string;
  readonly why: string;
  readonly component: string;
}

const longestTitle = 100;

/** The post's own text, to be cut down to what the record needs. */
export function writingFrom(body: string): PromotionWriting {
  const [first = ''] = body.trim().split(/\n|(?<=[.?!])\s/);
  return { kind: 'CHANGE', record: '', title: first.slice(0, longestTitle), words: body, why: '', component: '' };
}

/** The problem to show, or null when nothing is missing. The server checks again. */
export function writingProblem({ kind, record, title, words, why, component }: PromotionWriting): Problem | null {
  const fields = [
    ...(record ? [] : [{ path: 'record', message: 'Choose a record' }]),
    ...(kind === 'QUESTION' && record && !component ? [{ path: 'component', message: 'Choose a part' }] : []),
    ...(kind === 'SUITABILITY' && !title.trim() ? [{ path: 'title', message: 'Enter a title' }] : []),
    ...(words.trim() ? [] : [{ path: 'words', message: 'Enter what the record shall say' }]),
    ...(kind === 'CHANGE' && !why.trim() ? [{ path: 'why', message: 'Enter why' }] : []),
  ];
  if (fields.length === 0) return null;
  return { code: 'BAD_USER_INPUT', message: 'There is something to add', fields, retryAfter: null, extensions: {} };
}

/** What is sent: of each kind what it needs. */
export function promotionInput({ kind, record, title, words, why, component }: PromotionWriting) {
  return {
    ...{ kind, record, words: words.trim() },
    ...(kind === 'SUITABILITY' ? { title: title.trim() } : {}),
    ...(kind === 'CHANGE' ? { why: why.trim() } : {}),
    ...(kind === 'QUESTION' ? { component } : {}),
  };
}
