/** Moving to another stage: only where it can go from here, and one question about what was learned. */
import { Link, useNavigate, useSearchParams } from 'react-router';
import { HubForm, NotFound, Page, useDraft, useMutationForm, WhoWillSee } from '@hub/core/web';
import { textLimits, type AdaptationStage } from '@hub/graphql';
import { Button, ButtonGroup, Radios, StageTag, TextArea, WhoSees } from '@hub/ui';
import { tasksOf } from '../address';
import { inputProblem } from '../changes/change-input';
import { EditorsOnly } from '../record/editors-only';
import { useRecord, type ShownAdaptation } from '../record/record';
import { MoveAdaptationDocument } from '../record/record.generated';
import { savedNow } from '../record/saved';
import { endingWords } from './ending-words';
import { MovedMeanwhile } from './moved-meanwhile';
import { allowedMove, isShared, opensRecord, sharingSentence, stageChoice, stagesAfter } from './stage-words';

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
  const { id, stage: from, revision, site } = adaptation;
  const draft = useDraft<Writing>(`stage:${id}`, { to: allowedMove(from, search.get('to')), learned: '' });
  const to = allowedMove(from, draft.value.to) ?? allowedMove(from, search.get('to'));
  const form = useMutationForm(MoveAdaptationDocument, {
    onDone: ({ moveAdaptation }) => {
      draft.clear();
      void navigate(path, { state: savedNow(endingWords(moveAdaptation.adaptation.stage, site.name)) });
    },
  });
  const submit = () => {
    if (!to) return form.setProblem(inputProblem([{ path: 'stage', message: 'Choose where you are with it' }]));
    void form.submit({
      adaptation: id,
      stage: to,
      learned: draft.value.learned.trim() || null,
      expectedRevision: revision,
    });
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
          onChange={(chosen) => draft.change({ to: chosen })}
        />
        <TextArea
          name="learned"
          label="What did you learn?"
          labelSize="s"
          hint={`${to ? stageChoice(to).learnedHint : 'A sentence is enough.'} Do not include details of patients`}
          rows={6}
          limit={textLimits['MoveAdaptationInput.learned']}
          value={draft.value.learned}
          onChange={(learned) => draft.change({ learned })}
        />
        <WhoWillRead adaptation={adaptation} to={to} />
        <ButtonGroup>
          <Button>{to ? stageChoice(to).button : 'Save'}</Button>
          <Link to={tasksOf(path)}>Go back without saving</Link>
        </ButtonGroup>
      </HubForm>
    </>
  );
}

/** Of the whole record, what is written here included: the move itself may open it. */
function WhoWillRead({ adaptation, to }: Pick<StageFormProps, 'adaptation'> & { readonly to: AdaptationStage | null }) {
  const label = 'Who will see the record, with what you write here';
  return to && opensRecord(adaptation, to) ? (
    <WhoWillSee label={label} thing={{ visibility: 'NETWORK', within: [adaptation.sourceIntervention.id] }} />
  ) : (
    <WhoSees label={label} who={adaptation.whoCanSee} />
  );
}

interface Writing {
  readonly to: AdaptationStage | null;
  readonly learned: string;
}

/** The label, and under it what the move means. A site that has a text of its own gets no other. */
function choiceWords(stage: AdaptationStage, hasOwnText: boolean) {
  const { label, hint } = stageChoice(stage);
  return hint && !(stage === 'ADAPTING' && hasOwnText) ? { label, hint } : { label };
}
