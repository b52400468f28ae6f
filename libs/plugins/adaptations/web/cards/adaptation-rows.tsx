/** Adaptations as one list, whichever way they went: what, by whom, how far, what was changed and what came of it. */
import type { ReactNode } from 'react';
import { useLinkTo } from '@hub/core/web';
import { RowList, StageTag } from '@hub/ui';
import type { AdaptationInShortFragment } from './cards.generated';
import { factsOf } from './experience';
import { WhatCameOfIt } from './what-came-of-it';

interface AdaptationRowsProps {
  readonly adaptations: readonly AdaptationInShortFragment[];
  /** Whether a row is named after the adapting site or after what it adapted. */
  readonly namedAfter: 'site' | 'source';
  /** What other plugins know of one, by its id. */
  readonly noteOn?: (id: string) => ReactNode;
}

/** In the order given: those that ended stand where their date puts them. */
export function AdaptationRows({ adaptations, namedAfter, noteOn }: AdaptationRowsProps) {
  const linkTo = useLinkTo();
  const rows = adaptations.map((adaptation) => ({
    id: adaptation.id,
    title: namedAfter === 'site' ? adaptation.site.name : adaptation.sourceIntervention.title,
    to: linkTo(adaptation.id),
    tags: <StageTag stage={adaptation.stage} />,
    meta: [
      ...(namedAfter === 'source' ? [`From ${adaptation.sourceIntervention.site.name}`] : []),
      ...factsOf(adaptation),
    ].join('. '),
    body: (
      <>
        <WhatCameOfIt adaptation={adaptation} />
        {noteOn?.(adaptation.id)}
      </>
    ),
  }));
  return <RowList rows={rows} headingLevel={3} />;
}
