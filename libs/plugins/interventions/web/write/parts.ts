/** The parts of writing an intervention, and the way through them. */
import type { Maturity } from '@hub/graphql';
import { sectionItems, type SectionItem } from '@hub/plugins/interventions/contract';

/** The part that holds title, summary, care models and who can see it. */
export const aboutPart = 'about';

/** The sections to write one after the other. What only can be said once it has run comes when it has. */
export function sectionsInTurn(maturity: Maturity): readonly SectionItem[] {
  const hasRun = maturity === 'RUNNING' || maturity === 'STOPPED';
  return sectionItems.filter(({ stage }) => hasRun || stage === 'before');
}

/** The section after this part; null when it was the last one. */
export function partAfter(part: string, maturity: Maturity): string | null {
  const turn = sectionsInTurn(maturity);
  const index = turn.findIndex(({ key }) => key === part);
  if (index === -1 && part !== aboutPart) return null;
  return turn[index + 1]?.key ?? null;
}

/** The item of a part's section; undefined where the address names none. */
export function itemOf(part: string): SectionItem | undefined {
  return sectionItems.find(({ key }) => key === part);
}
