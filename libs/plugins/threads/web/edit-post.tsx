/** Editing one's own post. When it was changed meanwhile, at another window, both texts are shown and the writer chooses. */
import { useEffect } from 'react';
import { DraftNote, joinedTexts, SharedForm, useSharedEdit } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, ButtonGroup, fieldId } from '@hub/ui';
import { postProblem } from './post-check';
import { PostField } from './post-field';
import type { PostPartsFragment } from './threads.generated';
import { EditPostDocument } from './writing.generated';

interface EditPostProps {
  readonly post: PostPartsFragment;
  readonly onDone: () => void;
}

export default function EditPost({ post, onDone }: EditPostProps) {
  const scope = `edit-${post.position}`;
  useEffect(() => document.getElementById(fieldId('body', scope))?.focus(), [scope]);
  const edit = useSharedEdit({
    key: `edit:${post.id}`,
    onHub: { value: { body: post.body }, revision: post.revision },
    document: EditPostDocument,
    input: ({ body }: { readonly body: string }, expectedRevision) => ({ post: post.id, expectedRevision, body }),
    hubAfter: ({ editPost: { post: kept } }) => ({ value: { body: kept.body }, revision: kept.revision }),
    valueIn: ({ body }) => ({ body: String(body) }),
    problemWith: postProblem,
    onSaved: onDone,
  });
  const leave = () => {
    edit.forget();
    onDone();
  };
  return (
    <SharedForm
      edit={edit}
      button="save"
      texts={[{ heading: 'Your post', words: ({ body }) => body }]}
      join={(theirs, mine) => ({ body: joinedTexts(theirs.body, mine.body) })}
      onKeptTheirs={onDone}
      label="Edit your post"
      scope={scope}
    >
      <DraftNote draft={edit.draft} />
      <PostField
        label="Edit your post"
        hint="Do not include details of patients. Readers can see what you wrote before; to take it away, remove the post"
        rows={6}
        limit={textLimits['EditPostInput.body']}
        value={edit.value.body}
        onChange={(body) => edit.change({ body })}
      />
      <ButtonGroup>
        <Button>Save changes</Button>
        <Button look="secondary" onClick={leave}>
          Leave as it was
        </Button>
      </ButtonGroup>
    </SharedForm>
  );
}
