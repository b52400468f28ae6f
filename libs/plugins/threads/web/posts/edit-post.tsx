/** Editing one's own post. When it was changed meanwhile, at another window, both texts are shown and the writer chooses. */
import { useEffect, useState } from 'react';
import {
  DraftNote,
  FilesField,
  joinedTexts,
  SharedForm,
  useFragmentPartsIn,
  useHasFiles,
  useSharedEdit,
  type FileInHand,
} from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, ButtonGroup, fieldId } from '@hub/ui';
import { postProblem } from './post-check';
import { PostField } from './post-field';
import { filesOf } from './post-files';
import type { PostPartsFragment } from '../threads.generated';
import { EditPostDocument } from '../writing.generated';

interface EditedPost {
  readonly body: string;
  readonly files: readonly FileInHand[];
}

interface EditPostProps {
  readonly post: PostPartsFragment;
  readonly onDone: () => void;
}

export default function EditPost({ post, onDone }: EditPostProps) {
  const scope = `edit-${post.position}`;
  useEffect(() => document.getElementById(fieldId('body', scope))?.focus(), [scope]);
  const hasFiles = useHasFiles();
  const [isSending, setSending] = useState(false);
  const edit = useSharedEdit({
    key: `edit:${post.id}`,
    onHub: { value: valueOf(post), revision: post.revision },
    document: useFragmentPartsIn(EditPostDocument),
    input: ({ body, files }: EditedPost, expectedRevision) => ({
      ...{ post: post.id, expectedRevision, body },
      ...(hasFiles && 'attachments' in post
        ? { attachments: files.map(({ id, alternative }) => ({ attachment: id, alternative })) }
        : {}),
    }),
    hubAfter: ({ editPost: { post: kept } }) => ({ value: valueOf(kept), revision: kept.revision }),
    valueIn: ({ body }) => ({ ...valueOf(post), body: String(body) }),
    problemWith: (value) => postProblem({ ...value, isSending }),
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
      join={(theirs, mine) => ({ ...mine, body: joinedTexts(theirs.body, mine.body) })}
      onKeptTheirs={onDone}
      label="Edit your post"
      scope={scope}
    >
      <DraftNote draft={edit.draft} />
      <FilesField value={edit.value.files} onChange={(files) => edit.change({ files })} onBusy={setSending}>
        <PostField
          label="Edit your post"
          hint="Do not include details of patients. Readers can see what you wrote before; to take it away, remove the post"
          rows={6}
          limit={textLimits['EditPostInput.body']}
          value={edit.value.body}
          onChange={(body) => edit.change({ body })}
        />
      </FilesField>
      <ButtonGroup>
        <Button>Save changes</Button>
        <Button look="secondary" onClick={leave}>
          Leave as it was
        </Button>
      </ButtonGroup>
    </SharedForm>
  );
}

function valueOf(post: PostPartsFragment): EditedPost {
  return { body: post.body, files: filesOf(post) };
}
