/** What happened to others who tried: counts, what they changed, and how it ended. Pure. */
import type { AdaptationStage } from '@hub/graphql';
import { counted, listed, stageWords } from '@hub/ui';
import { sectionsByCount, sectionsNamed } from '../changes/changes-by-section';
import { lastLearned, type StageStep } from '../record/learned';
import { sectionWords } from '../words';

export interface ShortAdaptation {
  readonly id: string;
  readonly stage: AdaptationStage;
  readonly site: { readonly id: string; readonly name: string };
  readonly modifications: readonly { readonly what: string; readonly sectionKeys: readonly string[] }[];
  readonly history: readonly StageStep[];
}

/** The order in which stages are counted and listed: none is ranked by how well it went. */
const countOrder: readonly AdaptationStage[] = [
  'RUNNING',
  'TESTING',
  'ADAPTING',
  'ASSESSING',
  'CONSIDERING',
  'STOPPED',
  'DECLINED',
];

/** "4 running, 2 being tested, 1 stopped". */
export function stageCounts(adaptations: readonly Pick<ShortAdaptation, 'stage'>[]): string {
  const counts = countOrder.flatMap((stage) => {
    const count = adaptations.filter((each) => each.stage === stage).length;
    return count > 0 ? [`${count} ${stageWords(stage).toLowerCase()}`] : [];
  });
  return counts.join(', ');
}

/** "7 sites adapted it"; those that are still looking at it or decided against it are counted, and said to be. */
export function howManySites(adaptations: readonly ShortAdaptation[]): string {
  const sites = counted(new Set(adaptations.map(({ site }) => site.id)).size, 'site');
  const onlyLooked: readonly AdaptationStage[] = ['CONSIDERING', 'ASSESSING', 'DECLINED'];
  return adaptations.some(({ stage }) => onlyLooked.includes(stage))
    ? `${sites} adapted it or looked at it`
    : `${sites} adapted it`;
}

/** "Who does it, 5 sites", most first. */
export function changedSections(adaptations: readonly ShortAdaptation[]): string[] {
  const groups = adaptations.map(({ modifications }) => sectionsNamed(modifications));
  return sectionsByCount(groups).map(({ key, count }) => `${sectionWords(key)}, ${counted(count, 'site')}`);
}

/** One line about what a site changed: the sections, or where none are named, what it changed first. Null for nothing. */
export function changedLine({ modifications }: Pick<ShortAdaptation, 'modifications'>): string | null {
  const [first] = modifications;
  if (!first) return null;
  const sections = sectionsNamed(modifications);
  if (sections.length > 0) return `Changed: ${listed(sections.map((key) => sectionWords(key).toLowerCase()))}`;
  if (modifications.length === 1) return `Changed: ${first.what}`;
  return `${counted(modifications.length, 'change')}, such as: ${first.what}`;
}

/** Those that ended, with what the site said when it did. */
export function endings<Item extends Pick<ShortAdaptation, 'stage' | 'history'>>(
  adaptations: readonly Item[],
): { readonly adaptation: Item; readonly learned: string | null }[] {
  return adaptations
    .filter(({ stage }) => stage === 'STOPPED' || stage === 'DECLINED')
    .map((adaptation) => ({ adaptation, learned: lastLearned(adaptation.history, adaptation.stage) }));
}
