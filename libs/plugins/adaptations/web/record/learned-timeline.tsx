/** What was learned at each stage: a dated list, newest first. */
import { Hidden, Markdown, Timeline, type TimelineEntry } from '@hub/ui';
import { decisionWords } from '../words';
import { EndingFacts } from './ending';
import { newestFirst, stepWords } from './learned';
import type { ShownAdaptation } from './record';

type Step = ShownAdaptation['history'][number];

/** Every move is there, also where nothing was written about it, and each time that the team said it is still going. */
export function LearnedTimeline({ history, checkIns }: Pick<ShownAdaptation, 'history' | 'checkIns'>) {
  const steps = newestFirst(history);
  const entries = steps.map((step, index) => ({
    id: `${step.at} ${index}`,
    at: step.at,
    title: stepWords(step),
    body: <StepBody step={step} isPresent={index === 0} />,
  }));
  return <Timeline entries={withStillGoing(entries, checkIns)} />;
}

/** The entries, newest first, and among them when the team said that it is still going. */
function withStillGoing(entries: readonly (TimelineEntry & { at: string })[], checkIns: ShownAdaptation['checkIns']) {
  const said = checkIns.flatMap(({ id, answer, answeredAt, answeredBy }) =>
    answer === 'GOING' && answeredAt
      ? [{ id, at: answeredAt, title: answeredBy ? `Still going, says ${answeredBy.displayName}` : 'Still going' }]
      : [],
  );
  return [...entries, ...said].sort((one, other) => other.at.localeCompare(one.at));
}

/** The present ending stands above, on its own; earlier ones stay with their step. */
function StepBody({ step, isPresent }: { readonly step: Step; readonly isPresent: boolean }) {
  const { learned, reason, decision, ending } = step;
  const earlierEnding = isPresent ? null : ending;
  return (
    <>
      {decision && decision !== 'DECLINED' && (
        <p className="nhsuk-u-margin-bottom-1">Decided: {decisionWords(decision, 0).toLowerCase()}</p>
      )}
      {reason && (
        <div className="hub-why">
          <span className="hub-why__label">Why: </span>
          <Markdown text={reason} headingLevel={4} />
        </div>
      )}
      {learned && <Markdown text={learned} headingLevel={4} />}
      {earlierEnding && <EndingFacts ending={earlierEnding} />}
      {!learned && !reason && !earlierEnding && <Hidden>Nothing was written down</Hidden>}
    </>
  );
}
