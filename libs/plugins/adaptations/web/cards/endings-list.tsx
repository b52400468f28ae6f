/** Adaptations that were stopped or decided against, each with its reason and what came out of it. */
import { useLinkTo } from '@hub/core/web';
import { RowList, StageTag } from '@hub/ui';
import type { AdaptationEndingFragment } from './cards.generated';
import { endingReasonWords } from '../ending-words';
import { WhatCameOfIt } from './what-came-of-it';

type EndedAdaptation = AdaptationEndingFragment & { readonly sourceIntervention: { readonly title: string } };

/** In the order given. */
export function EndingsList({ adaptations }: { readonly adaptations: readonly EndedAdaptation[] }) {
  const linkTo = useLinkTo();
  const rows = adaptations.map((adaptation) => ({
    id: adaptation.id,
    title: `${adaptation.sourceIntervention.title}, at ${adaptation.site.name}`,
    to: linkTo(adaptation.id),
    tags: <StageTag stage={adaptation.stage} />,
    meta: adaptation.ending ? endingReasonWords[adaptation.ending.reason] : undefined,
    body: <WhatCameOfIt adaptation={adaptation} />,
  }));
  return <RowList rows={rows} />;
}
