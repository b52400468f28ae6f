/** Part by part: keep ours, take theirs, or combine both by hand. What was chosen stays in the tab until it is sent. */
import { Link, useNavigate } from 'react-router';
import { HubForm, useDraft, useMutationForm } from '@hub/core/web';
import { Button, ButtonGroup } from '@hub/ui';
import { savedNow } from '../record/saved';
import { MovedMeanwhile } from '../stages/moved-meanwhile';
import { choicesOf, firstAnswer, type Answer, type AskedPart } from './asked-parts';
import { FollowVersionDocument, type NewerSourceQuery } from './following.generated';
import { PartChoice } from './part-choice';

type Shown = NonNullable<NewerSourceQuery['adaptation']>;

interface FollowFormProps {
  readonly adaptation: Shown;
  readonly newest: { readonly id: string; readonly number: number };
  readonly parts: readonly AskedPart[];
  readonly path: string;
  readonly refetch: () => void;
}

export function FollowForm({ adaptation, newest, parts, path, refetch }: FollowFormProps) {
  const navigate = useNavigate();
  const { source, sourceIntervention, site, result, revision } = adaptation;
  const draft = useDraft<Record<string, Answer>>(`follow:${adaptation.id}:${newest.number}`, {});
  const answerTo = (part: AskedPart): Answer => draft.value[part.id] ?? firstAnswer(part);
  const form = useMutationForm(FollowVersionDocument, {
    onDone: () => {
      draft.clear();
      void navigate(path, { state: savedNow(`${site.name} now follows version ${newest.number}`) });
    },
  });
  const send = () => {
    void form.submit({
      ...{ adaptation: adaptation.id, version: newest.id, expectedRevision: revision },
      ...{ expectedDraftRevision: result?.revision ?? null, choices: result ? choicesOf(parts, answerTo) : [] },
    });
  };
  const lookAgain = () => {
    form.setProblem(null);
    refetch();
  };
  return (
    <>
      {form.conflict && <MovedMeanwhile onLook={lookAgain} />}
      <HubForm form={form} onSubmit={send}>
        {result && parts.length > 0 && (
          <p>
            Choose for each part. Nothing that is published changes: your choices go into the draft of your next
            version.
          </p>
        )}
        {!result && (
          <p>
            {site.name} has no text of its own: it runs what {sourceIntervention.site.name} wrote. Following version{' '}
            {newest.number} says that you now run that one.
          </p>
        )}
        {parts.map((part) => (
          <PartChoice
            key={part.id}
            {...{ part, hasText: result !== null }}
            answer={answerTo(part)}
            names={{ source: sourceIntervention.site.name, site: site.name, from: source.number, to: newest.number }}
            onChange={(answer) => draft.change({ [part.id]: { ...answerTo(part), ...answer } })}
          />
        ))}
        <ButtonGroup>
          <Button>Follow version {newest.number}</Button>
          <Link to={path}>Not now</Link>
        </ButtonGroup>
      </HubForm>
    </>
  );
}
