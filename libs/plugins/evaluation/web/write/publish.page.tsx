/** Check and publish: all that readers will read, what is missing, and who they will be. */
import { Link, useNavigate } from 'react-router';
import { HubForm, NotFound, Page, useLinkTo, useMutationForm, usePageQuery, WhoWillSee } from '@hub/core/web';
import { missingFrom } from '@hub/plugins/evaluation/contract';
import { Button, fieldId } from '@hub/ui';
import { useEvaluationId } from '../address';
import { EvaluationText } from '../evaluation-text';
import { done } from '../just-done';
import { EvaluationWritingDocument, PublishEvaluationDocument, type EvaluationWritingQuery } from './write.generated';
import { WritersOnly } from './writers-only';

type Evaluation = NonNullable<EvaluationWritingQuery['evaluation']>;

export default function PublishEvaluationPage() {
  const { evaluation } = usePageQuery(EvaluationWritingDocument, { id: useEvaluationId() }).data;
  const linkTo = useLinkTo();
  if (!evaluation) return <NotFound />;
  if (!evaluation.viewerCanEdit) return <WritersOnly site={evaluation.site.name} back={evaluation} />;
  if (evaluation.status === 'PUBLISHED') return <PublishedAlready evaluation={evaluation} />;
  const missing = missingFrom(evaluation);
  return (
    <Page
      title="Check and publish"
      caption={evaluation.title}
      back={{ to: linkTo(evaluation.id), label: evaluation.title }}
    >
      <p className="nhsuk-lede-text">{evaluation.question}</p>
      <EvaluationText evaluation={evaluation} />
      <p className="hub-no-print">
        <Link to={linkTo(evaluation.id, '/edit')}>Change what it says</Link>
      </p>
      {missing.length > 0 && (
        <>
          <h2>Write these first</h2>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {missing.map(({ field, message }) => (
              <li key={field}>
                <Link id={fieldId(field)} to={linkTo(evaluation.id, '/edit')}>
                  {message}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <PublishForm evaluation={evaluation} />
    </Page>
  );
}

function PublishedAlready({ evaluation }: { readonly evaluation: Evaluation }) {
  const linkTo = useLinkTo();
  return (
    <Page title="It is published" back={{ to: linkTo(evaluation.id), label: evaluation.title }}>
      <p>
        Others read it now. You can still <Link to={linkTo(evaluation.id, '/edit')}>correct it</Link> or{' '}
        <Link to={linkTo(evaluation.id, '/withdraw')}>withdraw it</Link>.
      </p>
    </Page>
  );
}

function PublishForm({ evaluation }: { readonly evaluation: Evaluation }) {
  const { id, revision, site, about } = evaluation;
  const linkTo = useLinkTo();
  const navigate = useNavigate();
  const form = useMutationForm(PublishEvaluationDocument, {
    onDone: () => void navigate(linkTo(id), done('The evaluation is published')),
  });
  const { refetch } = usePageQuery(EvaluationWritingDocument, { id });
  return (
    <HubForm form={form} onSubmit={() => void form.submit({ id, expectedRevision: revision })}>
      <h2>Publish it</h2>
      <WhoWillSee thing={{ visibility: 'PUBLIC', site: site.id, within: [about.id] }} />
      <p>Those who follow what it is about will be told. You can correct or withdraw it later; both show.</p>
      {form.conflict ? (
        <p role="alert">
          Someone else changed it since you opened this page. Read it as it is now, then publish it.{' '}
          <Button
            look="secondary"
            small
            onClick={() => {
              form.setProblem(null);
              void refetch();
            }}
          >
            Show it as it is now
          </Button>
        </p>
      ) : (
        <Button>Publish the evaluation</Button>
      )}
    </HubForm>
  );
}
