/** What an evaluation says. What a draft does not say yet is said to be missing. */
import { evaluationMethods, evaluationVerdicts, evidenceStrengths } from '@hub/plugins/evaluation/contract';
import { BarChart, formatMonth, Markdown, SummaryList } from '@hub/ui';
import type { EvaluationFieldsFragment } from './evaluation-parts.generated';

export function EvaluationText({ evaluation }: { readonly evaluation: EvaluationFieldsFragment }) {
  const { verdict, sureness, methods, figures, findings, limitations, funding, methodNote } = evaluation;
  return (
    <>
      <SummaryList
        facts={[
          { name: 'What it says', value: verdict && evaluationVerdicts[verdict] },
          { name: 'Evidence for that', value: sureness && evidenceStrengths[sureness] },
          { name: 'Period', value: periodWords(evaluation) },
          { name: 'How it was done', value: <Methods methods={methods} /> },
        ]}
      />
      <Part heading="What was found" text={findings} />
      {figures.length > 0 && <BarChart caption="Figures" figures={figures} />}
      <Part heading="What was done" text={methodNote} />
      <Part heading="What it cannot show" text={limitations} />
      <Part heading="Who did it, and who paid for it" text={funding} />
    </>
  );
}

/** Nothing is known of a draft that does not say yet. */
function Methods({ methods }: Pick<EvaluationFieldsFragment, 'methods'>) {
  if (methods.length === 0) return <span className="hub-quiet">Not known</span>;
  return (
    <ul className="nhsuk-list nhsuk-u-margin-bottom-0">
      {methods.map((method) => (
        <li key={method}>{evaluationMethods[method]}</li>
      ))}
    </ul>
  );
}

function Part({ heading, text }: { readonly heading: string; readonly text: string | null }) {
  return (
    <>
      <h2>{heading}</h2>
      {text ? <Markdown text={text} headingLevel={3} /> : <p className="hub-quiet">Not written yet</p>}
    </>
  );
}

/** "October 2015 to September 2017" */
function periodWords({ periodFrom, periodTo }: Pick<EvaluationFieldsFragment, 'periodFrom' | 'periodTo'>) {
  if (!periodFrom || !periodTo) return null;
  return `${formatMonth(periodFrom)} to ${formatMonth(periodTo)}`;
}
