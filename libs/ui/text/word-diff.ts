/** What differs between two texts, word by word. Pure, and loaded only where texts are compared. */
import { diffWordsWithSpace } from 'diff';

export interface Run {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface WordDiff {
  readonly runs: readonly Run[];
  /** Over 40% of the shorter text is not in the other: marks would say less than the two texts side by side. */
  readonly isRewritten: boolean;
}

const rewrittenShare = 0.4;

/** Compares source with local: what local added, what it removed. Joined runs read as phrases, not as single words. */
export function diffTexts(source: string, local: string): WordDiff {
  const parts = diffWordsWithSpace(source, local).map((part): Run => ({ kind: kindOf(part), text: part.value }));
  const runs = joinPhrases(parts);
  return { runs, isRewritten: shareChanged(runs) > rewrittenShare };
}

/** Changes with nothing but a space between them are one change: what was removed first, then what was added. */
function joinPhrases(parts: readonly Run[]): Run[] {
  const runs: Run[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed) runs.push({ kind: 'removed', text: removed });
    if (added) runs.push({ kind: 'added', text: added });
    removed = added = '';
  };
  parts.forEach((part, index) => {
    const isBetweenChanges =
      part.kind === 'same' && /^ +$/.test(part.text) && (removed || added) && parts[index + 1] !== undefined;
    if (part.kind === 'removed' || isBetweenChanges) removed += part.text;
    if (part.kind === 'added' || isBetweenChanges) added += part.text;
    if (part.kind !== 'same' || isBetweenChanges) return;
    flush();
    runs.push(part);
  });
  flush();
  return runs;
}

/** Of the shorter text, so that one that was only added to, or only cut, counts as unchanged however much it was. */
function shareChanged(runs: readonly Run[]): number {
  const words = { same: 0, added: 0, removed: 0 };
  for (const run of runs) words[run.kind] += run.text.split(/\s+/).filter(Boolean).length;
  const changed = Math.min(words.added, words.removed);
  const shorter = words.same + changed;
  return shorter === 0 ? 0 : changed / shorter;
}

function kindOf(part: { added: boolean; removed: boolean }): Run['kind'] {
  if (part.added) return 'added';
  return part.removed ? 'removed' : 'same';
}
