/** What is different between two versions, section by section. */
import { sectionItems } from '@hub/plugins/interventions/contract';
import type { Difference } from '@hub/ui';
import { describedTexts } from '../described';
import type { VersionTextFragment } from './versions.generated';

export interface VersionDifference {
  readonly key: string;
  readonly heading: string;
  readonly source: string;
  readonly local: string;
  readonly change: Difference;
}

type Version = Pick<VersionTextFragment, 'title' | 'summary' | 'sections' | 'components' | 'description'>;

/** Title, summary, what is described and every section that either version has, in the order of the page. */
export function versionDifferences(from: Version, to: Version): VersionDifference[] {
  const keys = [
    ...sectionItems.map(({ key }) => key as string),
    ...[...from.sections, ...to.sections].map(({ key }) => key),
  ];
  const sections = [...new Set(keys)].flatMap((key) => {
    const source = from.sections.find((section) => section.key === key);
    const local = to.sections.find((section) => section.key === key);
    const heading = (local ?? source)?.heading;
    return heading ? [difference(key, heading, source?.body ?? '', local?.body ?? '')] : [];
  });
  return [
    difference('title', 'Title', from.title, to.title),
    difference('summary', 'Summary', from.summary, to.summary),
    ...describedDifferences(from, to),
    ...sections,
  ];
}

/** What either version describes, in the order of the later one; a component is the same while its key is. */
function describedDifferences(from: Version, to: Version): VersionDifference[] {
  const [before, after] = [describedTexts(from), describedTexts(to)];
  const keys = new Set([...after, ...before].map(({ key }) => key));
  return [...keys].flatMap((key) => {
    const source = before.find((text) => text.key === key);
    const local = after.find((text) => text.key === key);
    const heading = (local ?? source)?.heading;
    if (!heading || !(source?.body || local?.body)) return [];
    return [difference(key, heading, source?.body ?? '', local?.body ?? '')];
  });
}

function difference(key: string, heading: string, source: string, local: string): VersionDifference {
  return { key, heading, source, local, change: changeOf(source, local) };
}

function changeOf(source: string, local: string): Difference {
  if (source === local) return 'SAME';
  if (source === '') return 'ADDED';
  return local === '' ? 'REMOVED' : 'CHANGED';
}
