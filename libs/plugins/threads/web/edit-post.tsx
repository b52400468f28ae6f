/** Editing one's own post. When somebody changed it meanwhile, both texts are shown and the writer chooses. */
import { useEffect } from 'react';
import { HubForm, useDraft, useMutationForm } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, ButtonGroup, ConflictCompare, fieldId, TextArea } from '@hub/ui';
import { postProblem } from './post-check';
import { EditPostDocument, type PostPartsFragment } from './threads.generated';

interface EditPostProps {
  readonly post: PostPartsFragment;
  readonly onDone: () => void;
}

export function EditPost({ post, onDone }: EditPostProps) {
  const scope = `edit-${post.position}`;
  const draft = useDraft(`edit:${post.id}`, { body: post.body, revision: post.revision });
  useEffect(() => document.getElementById(fieldId('body', scope))?.focus(), [scope]);
  const finish = () => {
    draft.clear();
    onDone();
  };
  const form = useMutationForm(EditPostDocument, { onDone: finish });
  const save = (body: string, expectedRevision: number) => {
    const problem = postProblem({ body });
    if (problem) form.setProblem(problem);
    else void form.submit({ post: post.id, expectedRevision, body });
  };
  const current = form.conflict ? currentOf(form.conflict.extensions) : null;
  if (current) {
    return (
      <ConflictCompare
        texts={[{ name: 'body', heading: 'Your post', mine: draft.value.body, theirs: current.body }]}
        onChoose={(choice, texts) => {
          form.setProblem(null);
          const body = texts.body ?? draft.value.body;
          draft.change({ body, revision: current.revision });
          if (choice === 'theirs') finish();
          else save(body, current.revision);
        }}
      />
    );
  }
  return (
    <HubForm
      form={form}
      onSubmit={() => save(draft.value.body, draft.value.revision)}
      label="Edit your post"
      scope={scope}
    >
      <TextArea
        name="body"
        label="Edit your post"
        hint="Do not include details of patients"
        rows={6}
        limit={textLimits['EditPostInput.body']}
        value={draft.value.body}
        onChange={(body) => draft.change({ body })}
      />
      <ButtonGroup>
        <Button>Save changes</Button>
        <Button look="secondary" onClick={finish}>
          Leave as it was
        </Button>
      </ButtonGroup>
    </HubForm>
  );
}

function currentOf(extensions: Readonly<Record<string, unknown>>): { body: string; revision: number } | null {
  const current = extensions.current as { body?: unknown; revision?: unknown } | undefined;
  if (typeof current?.body !== 'string' || typeof current.revision !== 'number') return null;
  return { body: current.body, revision: current.revision };
}
