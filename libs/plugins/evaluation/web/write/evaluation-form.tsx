/** The whole of an evaluation as one form. What is typed stays in the tab; an edit that is stale is merged, or compared. */
import { Link, useNavigate } from 'react-router';
import { SavedByItself, SharedForm, useLinkTo, useSharedEdit } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, ButtonGroup, TextArea, WhoSees } from '@hub/ui';
import { savedNow } from '../just-done';
import { FindingFields } from './finding-fields';
import { MethodFields } from './method-fields';
import { comparedTexts, joinedWritings } from './stale';
import { UpdateEvaluationDocument, type EvaluationWritingQuery } from './write.generated';
import {
  contentOf,
  inputOf,
  writingOf,
  writingProblem,
  type CorrectedWriting,
  type EvaluationContent,
} from './writing';

type Evaluation = NonNullable<EvaluationWritingQuery['evaluation']>;

/** It saves itself until others can read it: from then on each save is a correction. */
export function EvaluationForm({ evaluation, onRefetch }: EvaluationFormProps) {
  const { id } = evaluation;
  const isPublic = evaluation.status !== 'DRAFT';
  const navigate = useNavigate();
  const linkTo = useLinkTo();
  const edit = useSharedEdit({
    key: `evaluation:${id}`,
    onHub: onHub(evaluation),
    document: UpdateEvaluationDocument,
    input: ({ correction, ...writing }: CorrectedWriting, expectedRevision) => ({
      ...{ id, expectedRevision, ...inputOf(contentOf(writing)) },
      ...(isPublic ? { correction } : {}),
    }),
    hubAfter: ({ updateEvaluation }) => onHub(updateEvaluation.evaluation),
    valueIn: (current) => ({ ...writingOf(current as unknown as EvaluationContent), correction: '' }),
    problemWith: writingProblem,
    savesItself: !isPublic,
    onSaved: () => void navigate(linkTo(id), savedNow()),
  });
  const { value, change } = edit;
  return (
    <>
      <SavedByItself edit={edit} />
      <SharedForm edit={edit} button="save" texts={comparedTexts} join={joinedWritings} onKeptTheirs={onRefetch}>
        <MethodFields value={value} onChange={change} />
        <FindingFields value={value} onChange={change} />
        {isPublic && (
          <TextArea
            name="correction"
            label="What did you put right?"
            hint="It stands below the evaluation, for those who read it before"
            rows={2}
            limit={textLimits['UpdateEvaluationInput.correction']}
            value={value.correction}
            onChange={(correction) => change({ correction })}
          />
        )}
        <WhoSees who={evaluation.whoCanSee} />
        <ButtonGroup>
          <Button>{isPublic ? 'Save the correction' : 'Save'}</Button>
          <Link to={linkTo(id)}>Leave it for later</Link>
        </ButtonGroup>
      </SharedForm>
    </>
  );
}

function onHub(evaluation: EvaluationContent & { readonly revision: number }) {
  return { value: { ...writingOf(evaluation), correction: '' }, revision: evaluation.revision };
}

interface EvaluationFormProps {
  readonly evaluation: Evaluation;
  /** After what somebody else wrote was kept: asks the hub again. */
  readonly onRefetch: () => void;
}
