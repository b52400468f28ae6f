/** What can be chosen as having grown from an ending. Pure. */
import type { Grown } from './ending-writing';

/** What was chosen first, then what is offered, each once and without the record itself. */
export function offeredGrown(chosen: readonly Grown[], more: readonly Grown[], itself: string): Grown[] {
  const all = new Map([...chosen, ...more].map(({ id, title }) => [id, { id, title }]));
  for (const { id, title } of chosen) all.set(id, { id, title });
  return [...all.values()].filter(({ id }) => id !== itself);
}
