/** Writing an evaluation, or correcting a published one. */
import { NotFound, Page, useLinkTo, usePageQuery } from '@hub/core/web';
import { useEvaluationId } from '../address';
import { EvaluationForm } from './evaluation-form';
import { EvaluationWritingDocument } from './write.generated';
import { WritersOnly } from './writers-only';

export default function EditEvaluationPage() {
  const id = useEvaluationId();
  const { data, refetch } = usePageQuery(EvaluationWritingDocument, { id });
  const { evaluation } = data;
  const linkTo = useLinkTo();
  if (!evaluation) return <NotFound />;
  if (!evaluation.viewerCanEdit) return <WritersOnly site={evaluation.site.name} back={evaluation} />;
  return (
    <Page
      title={evaluation.status === 'DRAFT' ? 'Write the evaluation' : 'Correct the evaluation'}
      caption={evaluation.title}
      back={{ to: linkTo(evaluation.id), label: evaluation.title }}
    >
      <EvaluationForm key={evaluation.id} evaluation={evaluation} onRefetch={() => void refetch()} />
    </Page>
  );
}
