/** Two texts put together for somebody to finish by hand. Pure. */
import { diff3Merge } from 'node-diff3';

/**
 * A first combination of two texts that both grew from a third, line by line: what only one of them changed is as they changed it, and
 * where both did, both stand there, ours before theirs. Nothing that either wrote anew is left out.
 */
export function combined({ base, theirs, ours }: Readonly<Record<'base' | 'theirs' | 'ours', string>>): string {
  const lines = (text: string) => text.split(/\r?\n/);
  const regions = diff3Merge(lines(ours), lines(base), lines(theirs), { excludeFalseConflicts: true });
  return regions
    .flatMap(({ ok, conflict }) => ok ?? [...(conflict?.a ?? []), ...(conflict?.b ?? [])])
    .join('\n')
    .trim();
}
