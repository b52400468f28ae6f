/** Those that stopped or were decided against, with the reasons: the same room as those that run. */
import { useLinkTo } from '@hub/core/web';
import { RowList, StageTag } from '@hub/ui';
import type { AdaptationEndingFragment } from './cards.generated';
import { endings } from './experience';

type EndedAdaptation = AdaptationEndingFragment & { readonly sourceIntervention: { readonly title: string } };

const titles = {
  site: ({ site }: EndedAdaptation) => site.name,
  source: ({ sourceIntervention }: EndedAdaptation) => sourceIntervention.title,
  both: ({ site, sourceIntervention }: EndedAdaptation) => `${sourceIntervention.title}, at ${site.name}`,
} as const;

interface EndingsListProps {
  readonly adaptations: readonly EndedAdaptation[];
  readonly namedAfter: keyof typeof titles;
}

/** Nothing where none ended. */
export function EndingsList({ adaptations, namedAfter }: EndingsListProps) {
  const linkTo = useLinkTo();
  const rows = endings(adaptations).map(({ adaptation, learned }) => ({
    id: adaptation.id,
    title: titles[namedAfter](adaptation),
    to: linkTo(adaptation.id),
    tags: <StageTag stage={adaptation.stage} />,
    body: (
      <p className="hub-plain-text nhsuk-u-margin-bottom-1">{learned ?? 'They did not write down why. Ask them.'}</p>
    ),
  }));
  return rows.length > 0 ? <RowList rows={rows} /> : null;
}
