/** Moving to another stage: only where it can go from here, and what that move asks. */
import { Link, useNavigate, useSearchParams } from 'react-router';
import { HubForm, NotFound, Page, useDraft, useMutationForm } from '@hub/core/web';
import { textLimits, type AdaptationStage } from '@hub/graphql';
import { Button, ButtonGroup, Radios, StageTag, TextArea } from '@hub/ui';
import { tasksOf } from '../address';
import { inputProblem } from '../changes/change-input';
import { EditorsOnly } from '../record/editors-only';
import { useRecord, type ShownAdaptation } from '../record/record';
import { MoveAdaptationDocument } from '../record/record.generated';
import { savedNow } from '../record/saved';
import { endingWords } from './ending-words';
import { MoveFields, WhoWillRead } from './move-fields';
import { MovedMeanwhile } from './moved-meanwhile';
import { allowedMove, isShared, opensRecord, sharingSentence, stageChoice, stagesAfter } from './stage-words';
import { moveInput, moveProblems, startingMove, type MoveFacts, type StageWriting } from './stage-writing';

export default function StagePage() {
  const { adaptation, path, tasks, refetch } = useRecord();
  if (!adaptation) return <NotFound />;
  if (!adaptation.viewerCanEdit) return <EditorsOnly site={adaptation.site.name} path={path} />;
  return (
    <Page
      title="Move to another stage"
      caption={adaptation.sourceIntervention.title}
      back={{ to: tasks, label: `Adapt for ${adaptation.site.name}` }}
    >
      <p>
        It is now <StageTag stage={adaptation.stage} />
      </p>
      {!isShared(adaptation) && <p>{sharingSentence}</p>}
      <StageForm {...{ adaptation, path, refetch }} />
    </Page>
  );
}

interface StageFormProps {
  readonly adaptation: ShownAdaptation;
  readonly path: string;
  readonly refetch: () => void;
}

function StageForm({ adaptation, path, refetch }: StageFormProps) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { id, stage: from, site } = adaptation;
  const draft = useDraft<StageWriting>(`stage:${id}`, startingMove(allowedMove(from, search.get('to'))));
  const { value, change } = draft;
  const to = allowedMove(from, value.to) ?? allowedMove(from, search.get('to'));
  const facts: MoveFacts = { ...adaptation, opens: to !== null && opensRecord(adaptation, to) };
  const form = useMutationForm(MoveAdaptationDocument, {
    onDone: ({ moveAdaptation }) => {
      const { stage, shared } = moveAdaptation.adaptation;
      draft.clear();
      void navigate(path, { state: savedNow(endingWords(stage, site.name, shared)) });
    },
  });
  const submit = () => {
    const problems = moveProblems(facts, { ...value, to });
    if (problems.length > 0 || !to) return form.setProblem(inputProblem(problems));
    void form.submit(moveInput(facts, { ...value, to }));
  };
  return (
    <>
      {form.conflict && <MovedMeanwhile onLook={() => (refetch(), form.setProblem(null))} />}
      <HubForm form={form} onSubmit={submit}>
        <Radios
          name="stage"
          label="Where are you with it now?"
          choices={stagesAfter(from).map((stage) => ({
            value: stage,
            ...choiceWords(stage, adaptation.result !== null),
          }))}
          value={to}
          onChange={(chosen) => change({ to: chosen })}
        />
        {to && <MoveFields {...{ adaptation, facts, to, value, change }} />}
        <TextArea
          name="learned"
          label="What did you learn?"
          labelSize="s"
          hint={`${to ? stageChoice(to).learnedHint : 'A sentence is enough.'} Do not include details of patients`}
          rows={6}
          limit={textLimits['MoveAdaptationInput.learned']}
          value={value.learned}
          onChange={(learned) => change({ learned })}
        />
        <WhoWillRead {...{ adaptation, facts, to }} keeps={value.keeps} />
        <ButtonGroup>
          <Button>{to ? stageChoice(to).button : 'Save'}</Button>
          <Link to={tasksOf(path)}>Go back without saving</Link>
        </ButtonGroup>
      </HubForm>
    </>
  );
}

/** The label, and under it what the move means. A site that has a text of its own gets no other. */
function choiceWords(stage: AdaptationStage, hasOwnText: boolean) {
  const { label, hint } = stageChoice(stage);
  return hint && !(stage === 'ADAPTING' && hasOwnText) ? { label, hint } : { label };
}
