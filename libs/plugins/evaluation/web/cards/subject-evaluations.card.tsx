/** On the page of an intervention or adaptation: what was found out about it, and the way to write an evaluation. */
import { Link } from 'react-router';
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { EmptyState } from '@hub/ui';
import { EvaluationRows } from '../evaluation-rows';
import { SubjectEvaluationsDocument } from './cards.generated';

/** More are rare: an evaluation takes months. */
const shown = 20;

export default function SubjectEvaluationsCard({ reference }: EntityPartProps) {
  const { evaluationSubject: subject } = usePageQuery(SubjectEvaluationsDocument, {
    subject: reference,
    first: shown,
  }).data;
  if (!subject) return null;
  const { totalCount, edges } = subject.evaluations;
  return (
    <section aria-labelledby="evaluations-of-this">
      <h2 id="evaluations-of-this">{totalCount > 0 ? `Evaluations (${totalCount})` : 'Evaluations'}</h2>
      {totalCount > 0 ? (
        <EvaluationRows evaluations={edges.map(({ node }) => node)} headingLevel={3} />
      ) : (
        <EmptyState>
          <p>Nobody has evaluated this yet.</p>
        </EmptyState>
      )}
      {subject.viewerCanEvaluate && (
        <p className="hub-no-print">
          <Link to={`/evaluations/new?about=${encodeURIComponent(reference)}`}>Write an evaluation of this</Link>
        </p>
      )}
    </section>
  );
}
