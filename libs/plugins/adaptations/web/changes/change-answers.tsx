/** The answers about one change, to check and to complete. */
import { Link } from 'react-router';
import { Page } from '@hub/core/web';
import { ButtonGroup, ButtonLink, SummaryList, type Fact } from '@hub/ui';
import { rowName, tasksOf } from '../address';
import type { ShownAdaptation, ShownChange } from '../record/record';
import { partsWords } from '../record/parts';
import { SavedNote } from '../record/saved';
import { changeQuestions, isFullyCoded, nextOpenQuestion, questionIds } from './questions';

interface ChangeAnswersProps {
  readonly adaptation: ShownAdaptation;
  readonly change: ShownChange;
  readonly path: string;
}

/** The first unanswered question is one press away; leaving is as easy. */
export function ChangeAnswers({ adaptation, change, path }: ChangeAnswersProps) {
  const here = `${path}/changes/${rowName('modification', change.id)}`;
  const isComplete = isFullyCoded(change);
  const start = change.codes.length === 0 ? 'sections' : nextOpenQuestion(change);
  return (
    <Page
      title={isComplete ? 'This change' : 'Add details to this change'}
      caption={adaptation.sourceIntervention.title}
      back={{ to: tasksOf(path), label: `Adapt for ${adaptation.site.name}` }}
    >
      <SavedNote />
      {!isComplete && (
        <p>The change is saved. The details can wait: they take about 2 minutes, and help other sites to judge it.</p>
      )}
      <ButtonGroup>
        {start && (
          <ButtonLink to={`${here}?question=${start}&then=next`}>
            {change.codes.length === 0 ? 'Add details' : 'Go on with the details'}
          </ButtonLink>
        )}
        <Link to={`${path}/changes/new`}>Record another change</Link>
        <Link to={tasksOf(path)}>Back to the tasks</Link>
      </ButtonGroup>
      <SummaryList facts={[...factsOf(change, here), ...partFacts(adaptation, change, here)]} />
    </Page>
  );
}

function factsOf(change: ShownChange, here: string): Fact[] {
  const words: Fact[] = [
    { name: 'What', value: change.what, change: { to: `${here}?question=words` } },
    { name: 'Why', value: change.why, change: { to: `${here}?question=words` } },
  ];
  const answers = questionIds
    .filter((id) => id !== 'words')
    .map((id): Fact => {
      const { name, answers: answersTo } = changeQuestions[id];
      const given = answersTo(change);
      return {
        name,
        value: <Answers given={given} />,
        change: { to: `${here}?question=${id}`, words: given.length > 0 ? 'Change' : 'Answer' },
      };
    });
  return [...words, ...answers];
}

/** Nothing where the source version names no parts. */
function partFacts({ source }: ShownAdaptation, change: ShownChange, here: string): Fact[] {
  if (source.components.length === 0) return [];
  const words = partsWords(change, source.components);
  const value = words || <span className="hub-quiet">Not answered yet</span>;
  return [{ name: 'Named parts', value, change: { to: `${here}/parts`, words: words ? 'Change' : 'Answer' } }];
}

function Answers({ given }: { readonly given: readonly string[] }) {
  if (given.length === 0) return <span className="hub-quiet">Not answered yet</span>;
  if (given.length === 1) return given[0];
  return (
    <ul className="nhsuk-list nhsuk-u-margin-bottom-0">
      {given.map((answer) => (
        <li key={answer}>{answer}</li>
      ))}
    </ul>
  );
}
