/** What happened to others who tried: counts, what they changed, and what came of it. Pure. */
import type { AdaptationStage, EndingReason } from '@hub/graphql';
import { endedStages } from '@hub/plugins/adaptations/contract';
import { counted, listed, stageWords } from '@hub/ui';
import { sectionsNamed } from '../changes/changes-by-section';
import { lastLearned, type StageStep } from '../record/learned';
import { endingReasonWords, inSentence } from '../ending-words';
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

/** One line about what a site changed: the sections, or where none are named, what it changed first. Null for nothing. */
export function changedLine({ modifications }: Pick<ShortAdaptation, 'modifications'>): string | null {
  const [first] = modifications;
  if (!first) return null;
  const sections = sectionsNamed(modifications);
  if (sections.length > 0) return `Changed: ${listed(sections.map((key) => sectionWords(key).toLowerCase()))}`;
  if (modifications.length === 1) return `Changed: ${first.what}`;
  return `${counted(modifications.length, 'change')}, such as: ${first.what}`;
}

/** Why it ended, what was changed, and what it became: what stands under its name in a list. */
export function factsOf(
  adaptation: Pick<ShortAdaptation, 'modifications'> & {
    readonly ending: { readonly reason: EndingReason } | null;
    readonly result: { readonly title: string } | null;
  },
): string[] {
  const { ending, result } = adaptation;
  const reason = ending ? `Main reason: ${inSentence(endingReasonWords[ending.reason])}` : null;
  const became = result ? `Became “${result.title}”` : null;
  return [reason, changedLine(adaptation), became].filter((words) => words !== null);
}

/** Why it ended, or what was learned at its present stage. Null while nothing was said; an ending without words says so. */
export function saidOfIt({
  stage,
  history,
  ending,
}: Pick<ShortAdaptation, 'stage' | 'history'> & { readonly ending: { readonly words: string | null } | null }):
  string | null {
  const said = ending?.words ?? lastLearned(history, stage);
  return said ?? (hasEnded(stage) ? 'They did not write down why. Ask them.' : null);
}

/** Those that ended, the latest ending first. */
export function endingsOf<Item extends Pick<ShortAdaptation, 'stage' | 'history'>>(
  adaptations: readonly Item[],
): Item[] {
  const endedAt = ({ history }: Item) => history.at(-1)?.at ?? '';
  return adaptations.filter(({ stage }) => hasEnded(stage)).toSorted((a, b) => endedAt(b).localeCompare(endedAt(a)));
}

function hasEnded(stage: AdaptationStage): boolean {
  return endedStages.includes(stage);
}
