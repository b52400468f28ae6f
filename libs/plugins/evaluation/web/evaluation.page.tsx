/** One evaluation: the question and what it says of it first, then how that was found out and what it cannot show. */
import { Link } from 'react-router';
import {
  EntityActions,
  EntityCards,
  EntityLink,
  NotFound,
  Page,
  useMention,
  useMentionsIn,
  usePageQuery,
} from '@hub/core/web';
import { IllustrativeNote, Meta, StatusTag, Time, WhoSees } from '@hub/ui';
import { useEvaluationId } from './address';
import { Corrections } from './corrections';
import { EvaluationPageDocument, type EvaluationPageQuery } from './evaluation.generated';
import { EvaluationText } from './evaluation-text';
import { JustDone } from './just-done';
import { StateBanner } from './state-banner';

export type ShownEvaluation = NonNullable<EvaluationPageQuery['evaluation']>;

const crumbs = [
  { to: '/', label: 'Home' },
  { to: '/evaluations', label: 'Evaluations' },
];

export default function EvaluationPage() {
  const id = useEvaluationId();
  const { evaluation } = usePageQuery(useMentionsIn(EvaluationPageDocument, 'about'), { id }).data;
  const about = useMention()(evaluation?.about);
  if (!evaluation) return <NotFound />;
  return (
    <Page title={evaluation.title} caption="Evaluation" breadcrumbs={crumbs} facts={<Facts evaluation={evaluation} />}>
      <JustDone />
      <StateBanner evaluation={evaluation} />
      <p className="nhsuk-lede-text">{evaluation.question}</p>
      {about && (
        <p>
          About: <Link to={about.to}>{about.words}</Link>
        </p>
      )}
      <EntityActions reference={evaluation.id} />
      <EvaluationText evaluation={evaluation} />
      <Corrections corrections={evaluation.corrections} />
      <EntityCards reference={evaluation.id} />
    </Page>
  );
}

function Facts({ evaluation }: { readonly evaluation: ShownEvaluation }) {
  const { site, author, publishedAt, status } = evaluation;
  return (
    <>
      <Meta>
        <EntityLink reference={site.id}>{site.name}</EntityLink> <StatusTag status={status} />{' '}
        {publishedAt && <Time at={publishedAt} />}
        {author && (
          <>
            . Written by <EntityLink reference={author.id}>{author.displayName}</EntityLink>
          </>
        )}
      </Meta>
      <WhoSees who={evaluation.whoCanSee} />
      {evaluation.illustrative && <IllustrativeNote />}
    </>
  );
}
