/** Which change explains which section: the reasons that stand beside a difference. Pure. */

interface TiedChange {
  readonly sectionKeys: readonly string[];
}

/** The changes that name this section, in the order in which they were recorded. */
export function changesOfSection<Change extends TiedChange>(key: string, changes: readonly Change[]): Change[] {
  return changes.filter(({ sectionKeys }) => sectionKeys.includes(key));
}

/** The changes that none of these sections show: they name no section, or only others. */
export function changesElsewhere<Change extends TiedChange>(
  shown: readonly string[],
  changes: readonly Change[],
): Change[] {
  return changes.filter(({ sectionKeys }) => !sectionKeys.some((key) => shown.includes(key)));
}

/** How many of these changes name each section, most first; sections that as many name stay in the order met. */
export function sectionsByCount(
  groups: readonly (readonly string[])[],
): { readonly key: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const keys of groups) for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([key, count]) => ({ key, count })).toSorted((a, b) => b.count - a.count);
}

/** The sections that an adaptation's changes name, each once. */
export function sectionsNamed(changes: readonly TiedChange[]): string[] {
  return [...new Set(changes.flatMap(({ sectionKeys }) => sectionKeys))];
}
