/** One question about a change on a page of its own, saved at Continue. */
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { HubForm, Page, useMutationForm } from '@hub/core/web';
import { Button, ButtonGroup, WhoSees } from '@hub/ui';
import { rowName } from '../address';
import type { ShownAdaptation, ShownChange } from '../record/record';
import { RecordModificationDocument } from '../record/record.generated';
import { savedNow } from '../record/saved';
import { changeInput, inputProblem, ownAnswer } from './change-input';
import { ChangeWords, wordProblems } from './change-words';
import { QuestionFields } from './question-fields';
import { changeQuestions, questionAfter, stageAt, whenAtStage, type ChangeFacts, type QuestionId } from './questions';

interface QuestionPageProps {
  readonly adaptation: ShownAdaptation;
  readonly change: ShownChange;
  readonly path: string;
  readonly question: QuestionId;
  /** Whether the next question follows; else it leads back to the answers. */
  readonly goesOn: boolean;
}

/** Every question may be left unanswered: Continue saves what there is. */
export function QuestionPage({ adaptation, change, path, question, goesOn }: QuestionPageProps) {
  const here = `${path}/changes/${rowName('modification', change.id)}`;
  const navigate = useNavigate();
  const [answer, setAnswer] = useState<ChangeFacts>(() => startingAnswer(change, question, adaptation));
  const next = goesOn ? questionAfter(question) : null;
  const form = useMutationForm(RecordModificationDocument, {
    onDone: () => void navigate(next ? `${here}?question=${next}&then=next` : here, { state: savedNow() }),
  });
  const submit = () => {
    const problems = wordProblems(answer);
    if (problems.length > 0) return form.setProblem(inputProblem(problems));
    void form.submit(changeInput(adaptation.id, change, ownAnswer(question, change, answer)));
  };
  const revise = (fields: Partial<ChangeFacts>) => setAnswer((last) => ({ ...last, ...fields }));
  const asksWords = question === 'words';
  return (
    <Page
      title={changeQuestions[question].question}
      caption={asksWords ? undefined : change.what}
      back={{ to: here, label: 'This change' }}
      hasOwnHeading={!asksWords}
    >
      <HubForm form={form} onSubmit={submit}>
        {asksWords ? (
          <ChangeWords value={answer} onChange={revise} />
        ) : (
          <QuestionFields {...{ question, answer }} about={change.what} onChange={revise} />
        )}
        <WhoSees label="Who will see this" who={adaptation.whoCanSee} />
        <ButtonGroup>
          <Button>Continue</Button>
          <Link to={here}>Leave it for later</Link>
        </ButtonGroup>
      </HubForm>
    </Page>
  );
}

/** The stage at which it was recorded suggests when it was made; the person confirms it. */
function startingAnswer(change: ShownChange, question: QuestionId, { history }: ShownAdaptation): ChangeFacts {
  const isUnanswered = question === 'when' && changeQuestions.when.answers(change).length === 0;
  if (!isUnanswered) return change;
  return { ...change, codes: [...change.codes, whenAtStage(stageAt(history, change.recordedAt))] };
}
