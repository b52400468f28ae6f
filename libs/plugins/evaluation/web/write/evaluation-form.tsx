/** The whole of an evaluation as one form. What is typed stays in the tab; an edit that is stale is merged, or compared. */
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { HubForm, useDraft, useLinkTo, useMutationForm } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, ButtonGroup, ConflictCompare, Meta, TextArea, WhoSees } from '@hub/ui';
import { savedNow } from '../just-done';
import { FindingFields } from './finding-fields';
import { MethodFields } from './method-fields';
import { clashTexts, merge, settled, type Merged } from './stale';
import { useContentNow, type ContentNow } from './use-content-now';
import { UpdateEvaluationDocument, type EvaluationWritingQuery } from './write.generated';
import {
  contentOf,
  inputOf,
  writingOf,
  writingProblem,
  type EvaluationContent,
  type EvaluationWriting,
} from './writing';

type Evaluation = NonNullable<EvaluationWritingQuery['evaluation']>;

/** The draft remembers what it was begun from, so that a reload does not hide what others changed since. */
export function EvaluationForm({ evaluation }: { readonly evaluation: Evaluation }) {
  const { id } = evaluation;
  const isPublic = evaluation.status !== 'DRAFT';
  const navigate = useNavigate();
  const linkTo = useLinkTo();
  const contentNow = useContentNow(id);
  const draft = useDraft(`evaluation:${id}`, {
    ...{ writing: writingOf(evaluation), base: contentOf(writingOf(evaluation)), revision: evaluation.revision },
    correction: '',
  });
  const { writing, base, revision, correction } = draft.value;
  const [clash, setClash] = useState<{ readonly merged: Merged; readonly now: ContentNow } | null>(null);
  const leave = () => {
    draft.clear();
    void navigate(linkTo(id), savedNow());
  };
  const form = useMutationForm(UpdateEvaluationDocument, { onDone: leave });
  const write = (fields: Partial<EvaluationWriting>) => draft.change({ writing: { ...writing, ...fields } });
  const send = (content: EvaluationContent, expectedRevision: number) =>
    form.submit({ id, expectedRevision, ...inputOf(content), ...(isPublic ? { correction } : {}) });

  const save = async () => {
    const problem = writingProblem(writing);
    if (problem) return form.setProblem(problem);
    if (await send(contentOf(writing), revision)) return;
    const now = await contentNow();
    if (!now || now.revision === revision) return;
    const merged = merge(base, contentOf(writing), now.content);
    if (merged.clashes.length === 0) await goOn(merged.content, now);
    else setClash({ merged, now });
  };
  const goOn = (content: EvaluationContent, now: ContentNow) => {
    setClash(null);
    form.setProblem(null);
    draft.change({ writing: writingOf(content), base: now.content, revision: now.revision });
    return send(content, now.revision);
  };

  if (clash) {
    const { merged, now } = clash;
    return (
      <ConflictCompare
        texts={clashTexts(merged.clashes, contentOf(writing), now.content)}
        onChoose={(choice, texts) => void goOn(settled(merged, choice, texts, now.content), now)}
      />
    );
  }
  return (
    <HubForm form={form} onSubmit={() => void save()}>
      {draft.wasRestored && <Meta>What you wrote before is back. It is not saved yet.</Meta>}
      <MethodFields value={writing} onChange={write} />
      <FindingFields value={writing} onChange={write} />
      {isPublic && (
        <TextArea
          name="correction"
          label="What did you put right?"
          hint="It stands below the evaluation, for those who read it before"
          rows={2}
          limit={textLimits['UpdateEvaluationInput.correction']}
          value={correction}
          onChange={(text) => draft.change({ correction: text })}
        />
      )}
      <WhoSees who={evaluation.whoCanSee} />
      <ButtonGroup>
        <Button>{isPublic ? 'Save the correction' : 'Save'}</Button>
        <Link to={linkTo(id)}>Leave it for later</Link>
      </ButtonGroup>
    </HubForm>
  );
}
