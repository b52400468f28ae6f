/** Which change explains which section: the reasons that stand beside a difference. Pure. */

interface TiedChange {
  readonly sectionKeys: readonly string[];
}

/** The changes that name this section, in the order in which they were recorded. */
export function changesOfSection<Change extends TiedChange>(key: string, changes: readonly Change[]): Change[] {
  return changes.filter(({ sectionKeys }) => sectionKeys.includes(key));
}

interface PartedChange extends TiedChange {
  readonly componentKeys: readonly string[];
  readonly leftOutKeys: readonly string[];
}

/** A section by its key, or a component by the key under which changes name it. */
interface Part {
  readonly key: string;
  readonly component?: string;
}

/** The changes that name this section or component, in the order in which they were recorded. */
export function changesOfPart<Change extends PartedChange>(part: Part, changes: readonly Change[]): Change[] {
  return changes.filter((change) => isOf(part, change));
}

/** The changes that none of these parts show: they name none, or only others. */
export function changesElsewhere<Change extends PartedChange>(
  shown: readonly Part[],
  changes: readonly Change[],
): Change[] {
  return changes.filter((change) => !shown.some((part) => isOf(part, change)));
}

function isOf({ key, component }: Part, { sectionKeys, componentKeys, leftOutKeys }: PartedChange): boolean {
  return component === undefined ? sectionKeys.includes(key) : [...componentKeys, ...leftOutKeys].includes(component);
}

/** The sections that an adaptation's changes name, each once. */
export function sectionsNamed(changes: readonly TiedChange[]): string[] {
  return [...new Set(changes.flatMap(({ sectionKeys }) => sectionKeys))];
}
