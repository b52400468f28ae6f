/** Adaptations as a list of rows: what, by whom, how far, and what was changed. */
import { useLinkTo } from '@hub/core/web';
import { RowList, StageTag } from '@hub/ui';
import type { AdaptationInShortFragment } from './cards.generated';
import { changedLine } from './experience';

interface AdaptationRowsProps {
  readonly adaptations: readonly AdaptationInShortFragment[];
  /** Whether a row is named after the adapting site or after what it adapted. */
  readonly namedAfter: 'site' | 'source';
  readonly headingLevel?: 2 | 3;
}

/** In the order given. */
export function AdaptationRows({ adaptations, namedAfter, headingLevel }: AdaptationRowsProps) {
  const linkTo = useLinkTo();
  const rows = adaptations.map((adaptation) => ({
    id: adaptation.id,
    title: namedAfter === 'site' ? adaptation.site.name : adaptation.sourceIntervention.title,
    to: linkTo(adaptation.id),
    tags: <StageTag stage={adaptation.stage} />,
    meta: metaOf(adaptation, namedAfter),
  }));
  return <RowList rows={rows} {...(headingLevel ? { headingLevel } : {})} />;
}

function metaOf(adaptation: AdaptationInShortFragment, namedAfter: 'site' | 'source'): string {
  const from = namedAfter === 'source' ? `From ${adaptation.sourceIntervention.site.name}` : null;
  const became = adaptation.result ? `Became “${adaptation.result.title}”` : null;
  return [from, changedLine(adaptation), became].filter((words) => words !== null).join('. ');
}
