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

/** The sections that an adaptation's changes name, each once. */
export function sectionsNamed(changes: readonly TiedChange[]): string[] {
  return [...new Set(changes.flatMap(({ sectionKeys }) => sectionKeys))];
}
