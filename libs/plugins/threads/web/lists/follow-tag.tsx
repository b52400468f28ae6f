/** "Follow this", where the list of discussions is of one tag and nothing else. */
import { enablerTag, lessonTag } from '@hub/core/contract';
import { EntityActions } from '@hub/core/web';
import type { ThreadTagChoicesQuery } from '../threads.generated';

interface FollowTagProps {
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  readonly known: ThreadTagChoicesQuery['threadTags'];
}

export function FollowTag({ chosen, known }: FollowTagProps) {
  const reference = tagIn(chosen, known);
  return reference ? <EntityActions reference={reference} /> : null;
}

/** The one tag that was chosen, if that is all that was chosen, and it can be followed. */
function tagIn(chosen: FollowTagProps['chosen'], known: FollowTagProps['known']): string | null {
  const all = Object.entries(chosen).flatMap(([name, values]) => values.map((value) => ({ name, value })));
  const [one] = all;
  if (!one || all.length > 1) return null;
  if (one.name === 'lesson') return lessonTag(Number(one.value));
  if (one.name === 'enabler') return enablerTag(Number(one.value));
  return (one.name === 'tag' && known.find(({ tag }) => tag === one.value)?.followable?.id) || null;
}
