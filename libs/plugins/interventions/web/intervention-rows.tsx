/** Interventions as rows of a list: on the list, on cards and on the home page. */
import { useLinkTo } from '@hub/core/web';
import { MaturityTag, RowList, StatusTag, Time } from '@hub/ui';
import type { InterventionRowFragment } from './intervention-parts.generated';

interface InterventionRowsProps {
  readonly interventions: readonly InterventionRowFragment[];
  readonly headingLevel?: 2 | 3;
  /** Left out where the page is about one site. */
  readonly withoutSite?: boolean;
}

/** Title, state, site, version and summary of each, in the order given. */
export function InterventionRows({ interventions, headingLevel, withoutSite = false }: InterventionRowsProps) {
  const linkTo = useLinkTo();
  return (
    <RowList
      {...(headingLevel ? { headingLevel } : {})}
      rows={interventions.map((intervention) => ({
        id: intervention.id,
        title: intervention.title,
        to: linkTo(intervention.id),
        tags: <StateTags {...intervention} />,
        meta: <RowFacts intervention={intervention} withoutSite={withoutSite} />,
        body: <p className="nhsuk-u-margin-bottom-0">{intervention.summary}</p>,
      }))}
    />
  );
}

/** How far it got, and whether it is a draft or withdrawn. */
export function StateTags({ status, maturity }: Pick<InterventionRowFragment, 'status' | 'maturity'>) {
  return (
    <>
      <StatusTag status={status} /> <MaturityTag maturity={maturity} />
    </>
  );
}

function RowFacts({ intervention, withoutSite }: { intervention: InterventionRowFragment; withoutSite: boolean }) {
  const { site, currentVersion } = intervention;
  return (
    <>
      {!withoutSite && `${site.name}. `}
      {currentVersion ? (
        <>
          Version {currentVersion.number}, <Time at={currentVersion.publishedAt} />
        </>
      ) : (
        'Not published yet'
      )}
    </>
  );
}
