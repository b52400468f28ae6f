/** All evaluations that the reader may see, newest first whichever way they went. */
import { useLocation } from 'react-router';
import { careModelName, Page, usePageQuery } from '@hub/core/web';
import { evaluationVerdicts, type EvaluationVerdict } from '@hub/plugins/evaluation/contract';
import { counted, EmptyState, FilterPanel, IllustrativeListNote, Pager, WordsFilter, type Filter } from '@hub/ui';
import { EvaluationRows } from './evaluation-rows';
import { listQuestion } from './list-question';
import { EvaluationChoicesDocument, EvaluationListDocument, type EvaluationChoicesQuery } from './list.generated';
import { verdictWords } from './verdict-tag';

export default function EvaluationsPage() {
  const { search } = useLocation();
  const question = listQuestion(search);
  const choices = usePageQuery(EvaluationChoicesDocument).data;
  const { totalCount, edges, pageInfo } = usePageQuery(EvaluationListDocument, question).data.evaluations;
  const evaluations = edges.map(({ node }) => node);
  return (
    <Page title="Evaluations" breadcrumbs={[{ to: '/', label: 'Home' }]}>
      <p>What sites found out about what they do, and how sure they are of it. That it did not work is a result too.</p>
      <WordsFilter label="Words in the title, the question or the findings" />
      <FilterPanel filters={filtersOf(choices)} />
      <p aria-live="polite">{counted(totalCount, 'evaluation')}</p>
      <IllustrativeListNote items={evaluations} />
      {totalCount === 0 ? (
        <Nothing isNarrowed={Object.keys(question.filter ?? {}).length > 0} />
      ) : (
        <EvaluationRows evaluations={evaluations} headingLevel={2} />
      )}
      <Pager pageInfo={pageInfo} what="evaluations" canGoBack />
    </Page>
  );
}

function Nothing({ isNarrowed }: { readonly isNarrowed: boolean }) {
  return (
    <EmptyState>
      <p>
        {isNarrowed
          ? 'No evaluations match. Remove a filter or use other words.'
          : 'No site has published one yet. Evaluators write them on the page of an intervention or an adaptation.'}
      </p>
    </EmptyState>
  );
}

function filtersOf({ modelTypes, sites }: EvaluationChoicesQuery): Filter[] {
  return [
    {
      name: 'verdict',
      label: 'What they say',
      choices: (Object.keys(evaluationVerdicts) as EvaluationVerdict[]).map((value) => ({
        value,
        label: verdictWords(value),
      })),
    },
    {
      name: 'model',
      label: 'Care model',
      choices: modelTypes.map((model) => ({ value: model.code, label: careModelName(model) })),
    },
    {
      name: 'site',
      label: 'Site',
      choices: sites.edges.map(({ node }) => ({ value: node.slug, label: node.name })),
    },
  ];
}
