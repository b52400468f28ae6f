/** "Still going, stopped, or busy?": a member of the team answers for all of it. */
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { HubForm, NotFound, Page, useMutationForm, usePageQuery } from '@hub/core/web';
import type { CheckInAnswer } from '@hub/graphql';
import { checkInAnswers, checkInPrefix, checkInWords } from '@hub/plugins/adaptations/contract';
import { Button, ButtonGroup, Radios, Time } from '@hub/ui';
import { pathOf } from '../address';
import { inputProblem } from '../changes/change-input';
import { savedNow } from '../record/saved';
import { answeredWords, checkInDone, checkInEffects } from './check-in-words';
import { AnswerCheckInDocument, CheckInPageDocument, type CheckInPageQuery } from './check-ins.generated';

type Question = Extract<NonNullable<CheckInPageQuery['node']>, { __typename: 'CheckIn' }>;

const title = 'Still going, stopped, or busy?';

export default function CheckInPage() {
  const { id = '' } = useParams();
  const { node } = usePageQuery(CheckInPageDocument, { id: `${checkInPrefix}:${id}` }).data;
  if (node?.__typename !== 'CheckIn' || !node.adaptation.viewerCanEdit) return <NotFound />;
  const { adaptation, isOpen } = node;
  const back = { to: pathOf(adaptation.id), label: 'The record' };
  return (
    <Page title={isOpen ? title : 'There is nothing left to answer'} caption={adaptation.title} back={back}>
      {isOpen ? <AnswerForm question={node} /> : <p>{settledWords(node)}.</p>}
    </Page>
  );
}

function AnswerForm({ question }: { readonly question: Question }) {
  const { id, adaptation, quietSince } = question;
  const path = pathOf(adaptation.id);
  const [search] = useSearchParams();
  const asked = checkInAnswers.find((known) => known === search.get('answer')) ?? null;
  const [answer, setAnswer] = useState<CheckInAnswer | null>(asked);
  const navigate = useNavigate();
  const form = useMutationForm(AnswerCheckInDocument, {
    onDone: ({ answerCheckIn }) => {
      const given = answerCheckIn.checkIn.answer;
      void navigate(path, { state: savedNow(given && given !== 'STOPPED' ? checkInDone[given] : undefined) });
    },
  });
  const submit = () => {
    if (!answer) return form.setProblem(inputProblem([{ path: 'input.answer', message: 'Choose an answer' }]));
    if (answer === 'STOPPED') return void navigate(stoppedPath(path));
    void form.submit({ adaptation: adaptation.id, checkIn: id, answer });
  };
  return (
    <>
      <p>
        Nothing was recorded about it since <Time at={quietSince} />. Your answer is for all who write for{' '}
        {adaptation.site.name}: one answer is enough.
      </p>
      <HubForm form={form} onSubmit={submit}>
        <Radios
          name="answer"
          label="How is it?"
          choices={checkInAnswers.map((value) => ({
            ...{ value, label: checkInWords[value], hint: checkInEffects[value] },
          }))}
          value={answer}
          onChange={setAnswer}
        />
        <ButtonGroup>
          <Button>Continue</Button>
          <Link to={path}>Go back without answering</Link>
        </ButtonGroup>
      </HubForm>
    </>
  );
}

/** The page where it is recorded, with its reason. */
export const stoppedPath = (path: string): string => `${path}/stage?to=STOPPED`;

function settledWords({ answer, answeredBy }: Question): string {
  if (!answer) return 'Something was said about it since, or it is in use now';
  return answeredWords(answer, answeredBy?.displayName ?? null);
}
