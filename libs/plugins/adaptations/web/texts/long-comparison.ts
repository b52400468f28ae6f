/** A comparison of long texts is read one section at a time. Pure. */

interface Difference {
  readonly key: string;
  readonly source: string;
  readonly local: string;
  readonly change: string;
}

/** Letters of both texts, above which a page shows one section: about 20 pages of paper. */
const mostOnOnePage = 60_000;

/** Whether these sections together are too long to be compared on one page. */
export function isTooLongForOnePage(differences: readonly Difference[]): boolean {
  return (
    differences.length > 1 &&
    differences.reduce((sum, { source, local }) => sum + source.length + local.length, 0) > mostOnOnePage
  );
}

/** The key of the next section that differs, or null after the last. */
export function nextDifference(differences: readonly Pick<Difference, 'key' | 'change'>[], key: string): string | null {
  const at = differences.findIndex((each) => each.key === key);
  return differences.slice(at + 1).find(({ change }) => change !== 'SAME')?.key ?? null;
}
