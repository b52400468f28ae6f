/** The parts of writing an intervention, and the way through them. */
import type { Maturity } from '@hub/graphql';
import { sectionItems, type SectionItem } from '@hub/plugins/interventions/contract';

/** The part that holds title, summary, care models and who can see it. */
export const aboutPart = 'about';

/** The part that holds tags, contacts and the day of the next review. */
export const factsPart = 'facts';
/** The parts of its description that come before its sections, and those that come after. */
const beforeSections = ['problem', 'population', 'components'];
const afterSections = ['needs', 'risks', 'outcomes'];

/** The sections to write one after the other. What only can be said once it has run comes when it has. */
export function sectionsInTurn(maturity: Maturity): readonly SectionItem[] {
  const hasRun = maturity === 'RUNNING' || maturity === 'STOPPED';
  return sectionItems.filter(({ stage }) => hasRun || stage === 'before');
}

/** The part after this one; null when it was the last one. */
export function partAfter(part: string, maturity: Maturity): string | null {
  const sections = sectionsInTurn(maturity).map(({ key }) => key as string);
  const turn = [aboutPart, ...beforeSections, ...sections, ...afterSections];
  const index = turn.indexOf(part);
  return index === -1 ? null : (turn[index + 1] ?? null);
}

/** The item of a part's section; undefined where the address names none. */
export function itemOf(part: string): SectionItem | undefined {
  return sectionItems.find(({ key }) => key === part);
}
