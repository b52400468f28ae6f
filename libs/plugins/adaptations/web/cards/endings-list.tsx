/** Those that stopped or were decided against, with the reasons: the same room as those that run. */
import { Fragment } from 'react';
import { EntityLink, useLinkTo } from '@hub/core/web';
import { RowList, StageTag } from '@hub/ui';
import type { AdaptationEndingFragment } from './cards.generated';
import { endingReasonWords } from '../words';
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
    meta: adaptation.ending ? endingReasonWords[adaptation.ending.reason] : undefined,
    body: <EndingWords ending={adaptation.ending} learned={learned} />,
  }));
  return rows.length > 0 ? <RowList rows={rows} /> : null;
}

interface EndingWordsProps {
  readonly ending: EndedAdaptation['ending'];
  readonly learned: string | null;
}

/** Why, and what came out of it. Where no ending was written, what was learned. */
function EndingWords({ ending, learned }: EndingWordsProps) {
  const why = ending?.words ?? learned ?? 'They did not write down why. Ask them.';
  return (
    <>
      <p className="hub-plain-text nhsuk-u-margin-bottom-1">{why}</p>
      {ending?.cameOfIt && (
        <p className="hub-plain-text nhsuk-u-margin-bottom-1">What came out of it: {ending.cameOfIt}</p>
      )}
      {ending && ending.grew.length > 0 && (
        <p className="nhsuk-u-margin-bottom-1">
          What grew from it:{' '}
          {ending.grew.map(({ thing }, index) => (
            <Fragment key={thing.id}>
              {index > 0 && ', '}
              <EntityLink reference={thing.id}>{'title' in thing ? thing.title : thing.id}</EntityLink>
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
}
