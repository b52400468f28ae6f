/** How those of the demonstration's adaptations ended that did, in the hub's words, and what grew from them. Pure. */
import type { EntityRef } from '@hub/core/contract';
import { demonstrationNetwork } from '@hub/demonstration';
import type { EndingReason } from '@hub/plugins/adaptations/contract';
import { interventionRef } from '@hub/plugins/interventions/contract';
import { siteRef } from '@hub/plugins/sites/contract';
import type { EndingFacts } from '../stages/endings.service';

type AdaptationInFile = (typeof demonstrationNetwork.adaptations)[number];

/** Read from the file's texts, which have no list of reasons; `came` where the file tells it elsewhere than in whatCameOfIt. */
const readFromTexts: Partial<Record<string, { readonly reason: EndingReason; readonly came?: string }>> = {
  'harbourside-gps-in-ae': {
    reason: 'CULTURE',
    came: 'A nurse-led triage that the department owns, with a monthly case review where both sides disagree safely. Two of the GPs sit on it.',
  },
  'corvenmoor-declines-video': { reason: 'INFRASTRUCTURE' },
  'corvenmoor-declines-coaches': { reason: 'DEMAND' },
};

/** The ending to hand to the move; nothing for what has not ended. What grew comes later: it is not there yet. */
export function endingOf(adaptation: AdaptationInFile): { readonly ending?: EndingFacts } {
  const read = readFromTexts[adaptation.slug];
  if (!read) return {};
  const { decision, decisionReason, suitability, whatCameOfIt, resultingInterventionSlug } = adaptation;
  const declined = decision === 'decline';
  return {
    ending: {
      reason: read.reason,
      words: declined ? decisionReason : whatCameOfIt,
      tried: declined ? suitability.dataAudit.method : attemptsAt(resultingInterventionSlug),
      cameOfIt: read.came ?? whatCameOfIt.replace(/^Declined\. /, ''),
    },
  };
}

/** What the file says adapted the result of an adaptation that ended: the interventions that grew from the failure. */
export function grownFrom({ resultingInterventionSlug, status }: AdaptationInFile): EntityRef[] {
  if (status !== 'stopped' || !resultingInterventionSlug) return [];
  return demonstrationNetwork.adaptations
    .filter(({ sourceInterventionSlug }) => sourceInterventionSlug === resultingInterventionSlug)
    .flatMap(({ adoptingSiteSlug, resultingInterventionSlug: grown }) =>
      grown ? [interventionRef(siteRef(adoptingSiteSlug), grown)] : [],
    );
}

function attemptsAt(slug: string | null): string | null {
  const tidier = demonstrationNetwork.interventions.find((known) => known.slug === slug)?.tidier;
  return tidier ? `${tidier.whenAndHowMuch}\n\n${tidier.tailoring}` : null;
}
