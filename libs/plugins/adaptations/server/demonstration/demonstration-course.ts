/** The course of each adaptation in the demonstration file: who did what, when, and what they learned. Pure. */
import type { EntityRef } from '@hub/core/contract';
import { demonstrationNetwork } from '@hub/demonstration';
import type { AdaptationDecision, AdaptationStage } from '@hub/plugins/adaptations/contract';
import { interventionRef, type DemonstrationIntervention } from '@hub/plugins/interventions/contract';
import { memberRef, siteRef } from '@hub/plugins/sites/contract';
import { endingOf } from './demonstration-endings';
import type { EndingFacts } from '../stages/endings.service';

export type AdaptationInFile = (typeof demonstrationNetwork.adaptations)[number];

export interface Move {
  readonly stage: AdaptationStage;
  readonly at: Date;
  readonly learned: string | null;
  readonly decision?: AdaptationDecision;
  readonly ending?: EndingFacts;
}

/** All of them, each after the one whose result it adapts. */
export function inOrderOfDescent(
  adaptations: readonly AdaptationInFile[] = demonstrationNetwork.adaptations,
): AdaptationInFile[] {
  const ordered: AdaptationInFile[] = [];
  let waiting = [...adaptations].sort((a, b) => a.startedOn.localeCompare(b.startedOn));
  while (waiting.length > 0) {
    const results = new Set(waiting.map(({ resultingInterventionSlug }) => resultingInterventionSlug));
    const ready = waiting.filter(({ sourceInterventionSlug }) => !results.has(sourceInterventionSlug));
    if (ready.length === 0) throw new Error('Adaptations of the demonstration descend from each other in a circle.');
    ordered.push(...ready);
    waiting = waiting.filter((adaptation) => !ready.includes(adaptation));
  }
  return ordered;
}

/** Those of the adopting site who worked on it. Visitors from other sites are not its members and record nothing. */
export function workersOn({ slug, adoptingSiteSlug, memberSlugs }: AdaptationInFile): [EntityRef, ...EntityRef[]] {
  const own = memberSlugs.filter((member) =>
    demonstrationNetwork.members.some((known) => known.slug === member && known.siteSlug === adoptingSiteSlug),
  );
  const [first, ...others] = own.map(memberRef);
  if (!first) throw new Error(`Nobody of "${adoptingSiteSlug}" worked on "${slug}".`);
  return [first, ...others];
}

/** The intervention of the file by this slug, and its reference. */
export function interventionInFile(slug: string): { facts: DemonstrationIntervention; ref: EntityRef } {
  const facts = demonstrationNetwork.interventions.find((known) => known.slug === slug);
  if (!facts) throw new Error(`There is no intervention "${slug}" in the demonstration.`);
  return { facts, ref: interventionRef(siteRef(facts.siteSlug), slug) };
}

export const startOf = (adaptation: AdaptationInFile): Date => firstOf(adaptation.startedOn);

/** Stakeholder events lie between the start and the decision; assessing began with the first. */
export function assessingOf({ startedOn, suitability, decision, whatCameOfIt }: AdaptationInFile): Move {
  const first = suitability.stakeholderEvents.map(({ date }) => date).sort()[0];
  return {
    stage: 'ASSESSING',
    at: first ? morningOf(first) : firstOf(startedOn),
    learned: decision === null ? whatCameOfIt : null,
  };
}

/** In use, by the file, for the first weeks or months that its text tells of: nobody has said since whether they stay. */
export const stillTested: ReadonlySet<string> = new Set(['marlowfield-health-coaches', 'harbourside-rapid-response']);

/** Where the decision took it; null while there is none. With a result of its own it was adapted first. */
export function decisionOf(adaptation: AdaptationInFile): Move | null {
  const { slug, decision, decidedOn, decisionReason, resultingInterventionSlug, suitability, whatCameOfIt } =
    adaptation;
  if (decision === null || decidedOn === null) return null;
  const at = new Date(`${decidedOn}T12:00:00.000Z`);
  if (decision === 'decline') {
    return { stage: 'DECLINED', at, learned: suitability.dataAudit.finding, ...endingOf(adaptation) };
  }
  const learned = stillTested.has(slug) ? `${decisionReason} ${whatCameOfIt}` : decisionReason;
  const decided = decision === 'adopt' ? 'ADOPTED' : 'ADAPTED';
  return { stage: resultingInterventionSlug ? 'ADAPTING' : 'TESTING', at, learned, decision: decided };
}

/** What came of it: how it ended, or, a year after the decision, that it is in use. Null where nothing came yet. */
export function outcomeOf(adaptation: AdaptationInFile): Move | null {
  const { slug, decidedOn, resultingInterventionSlug, status, whatCameOfIt } = adaptation;
  if (decidedOn === null) return null;
  const result = resultingInterventionSlug ? interventionInFile(resultingInterventionSlug).facts : null;
  if (status === 'stopped')
    return {
      stage: 'STOPPED',
      at: lastOf(result?.stoppedOn ?? decidedOn),
      learned: whatCameOfIt,
      ...endingOf(adaptation),
    };
  if (status !== 'in use' || stillTested.has(slug)) return null;
  const at = new Date(`${decidedOn}T12:00:00.000Z`);
  at.setUTCFullYear(at.getUTCFullYear() + 1);
  return { stage: 'RUNNING', at, learned: whatCameOfIt };
}

/** The first morning of a month written 2016-04. */
export function firstOf(month: string): Date {
  return new Date(`${month.slice(0, 7)}-01T09:00:00.000Z`);
}

export function morningOf(day: string): Date {
  return new Date(`${day}T09:00:00.000Z`);
}

/** Minutes later: what happens on one day keeps its order. */
export function after(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000);
}

/** The last day of a month written 2016-11. */
function lastOf(month: string): Date {
  const date = firstOf(month);
  date.setUTCMonth(date.getUTCMonth() + 1, 0);
  return date;
}
