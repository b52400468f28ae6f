/** The changes of a record as FRAME has them: one row for each axis, with the codes that each change has on it. Pure. */
import { frameAxes } from '@hub/plugins/adaptations/contract';
import { codesOn, codeWords } from '../changes/frame-answers';

export interface CodedAxis {
  readonly id: string;
  readonly question: string;
  readonly codes: readonly { readonly code: string; readonly words: string }[];
}

/** The axes on which a change has codes, in FRAME's order. */
export function codedAxes(codes: readonly string[]): CodedAxis[] {
  return frameAxes.flatMap(({ id, question }) => {
    const own = codesOn(codes, id);
    return own.length > 0 ? [{ id, question, codes: own.map((code) => ({ code, words: codeWords(code) })) }] : [];
  });
}

/** How often each code was given, most first; codes that are as frequent stay in FRAME's order. */
export function codeCounts(changes: readonly { readonly codes: readonly string[] }[]) {
  const counts = new Map<string, number>();
  for (const code of changes.flatMap(({ codes }) => codes)) counts.set(code, (counts.get(code) ?? 0) + 1);
  const inOrder = frameAxes.flatMap(({ id }) => codesOn([...counts.keys()], id));
  return inOrder
    .map((code) => ({ code, words: codeWords(code), count: counts.get(code) ?? 0 }))
    .toSorted((a, b) => b.count - a.count);
}
