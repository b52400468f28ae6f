/** The address of the results of a saved search. Pure. */
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
  ];
  return `/search?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`;
}
