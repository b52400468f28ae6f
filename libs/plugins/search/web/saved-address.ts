/** The address of the results of a saved search. Pure. */
import { dayOf } from '@hub/ui';
import type { SavedSearchPartsFragment } from './saved.generated';

/** Its words and filters as the search page reads them. */
export function addressOfSaved(
  saved: Omit<SavedSearchPartsFragment, 'id' | 'name' | 'newCount' | '__typename'>,
): string {
  const pairs: [string, string | number][] = [
    ['q', saved.text],
    ...saved.kinds.map((value): [string, string] => ['kind', value]),
    ...saved.modelTypes.map((value): [string, string] => ['model', value]),
    ...saved.stages.map((value): [string, string] => ['stage', value]),
    ...saved.tags.map((value): [string, string] => ['tag', value]),
    ...saved.lessons.map((value): [string, number] => ['lesson', value]),
    ...saved.enablers.map((value): [string, number] => ['enabler', value]),
    ...daysOf(saved).map(({ name, day }): [string, string] => [name, day]),
  ];
  return `/search?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`;
}

/** The days by which it is narrowed. The last one is within it. */
export function daysOf({
  changedFrom,
  changedBefore,
}: Pick<SavedSearchPartsFragment, 'changedFrom' | 'changedBefore'>): { name: 'from' | 'to'; day: string }[] {
  return [
    ...(changedFrom ? [{ name: 'from' as const, day: dayOf(changedFrom) }] : []),
    ...(changedBefore ? [{ name: 'to' as const, day: dayOf(changedBefore, -1) }] : []),
  ];
}
