/** Evaluations as rows of a list: on the list, on cards. In the order given: none is ranked by how it went. */
import { useLinkTo } from '@hub/core/web';
import { evidenceStrengths } from '@hub/plugins/evaluation/contract';
import { RowList, StatusTag, Time } from '@hub/ui';
import type { EvaluationRowFragment } from './evaluation-parts.generated';
import { VerdictTag } from './verdict-tag';

interface EvaluationRowsProps {
  readonly evaluations: readonly EvaluationRowFragment[];
  readonly headingLevel?: 2 | 3;
  /** Left out where the page is about one site. */
  readonly withoutSite?: boolean;
}

export function EvaluationRows({ evaluations, headingLevel, withoutSite = false }: EvaluationRowsProps) {
  const linkTo = useLinkTo();
  return (
    <RowList
      {...(headingLevel ? { headingLevel } : {})}
      rows={evaluations.map((evaluation) => ({
        id: evaluation.id,
        title: evaluation.title,
        to: linkTo(evaluation.id),
        tags: <EvaluationTags {...evaluation} />,
        meta: <EvaluationFacts evaluation={evaluation} withoutSite={withoutSite} />,
        body: <p className="nhsuk-u-margin-bottom-0">{evaluation.question}</p>,
      }))}
    />
  );
}

/** What it says, and whether it is a draft or withdrawn. */
export function EvaluationTags({ state, verdict }: Pick<EvaluationRowFragment, 'state' | 'verdict'>) {
  return (
    <>
      <StatusTag status={state} /> {verdict && <VerdictTag verdict={verdict} />}
    </>
  );
}

interface EvaluationFactsProps {
  readonly evaluation: EvaluationRowFragment;
  readonly withoutSite?: boolean;
}

/** "Northvale. Evidence: mixed. 6 November 2017" */
export function EvaluationFacts({ evaluation, withoutSite = false }: EvaluationFactsProps) {
  const { site, sureness, publishedAt } = evaluation;
  return (
    <>
      {!withoutSite && `${site.name}. `}
      {sureness && `Evidence: ${evidenceStrengths[sureness].toLowerCase()}. `}
      {publishedAt ? <Time at={publishedAt} /> : 'Not published yet'}
    </>
  );
}
