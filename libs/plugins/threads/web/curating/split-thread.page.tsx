/** Making a new discussion of some replies of one. */
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { entityRef } from '@hub/core/contract';
import { HubForm, NotFound, Page, useLinkTo, useMutationForm, usePageQuery, type Problem } from '@hub/core/web';
import { textLimits, type ThreadKind } from '@hub/graphql';
import { Button, Checkboxes, EmptyState, formatDateTime, Radios, TextField, WhoSees } from '@hub/ui';
import { SplitThreadDocument, ThreadToSplitDocument, type ThreadToSplitQuery } from '../writing.generated';
import { authorName } from '../words';

const kinds = [
  { value: 'DISCUSSION', label: 'Discussion' },
  { value: 'QUESTION', label: 'Question' },
  { value: 'LEARNING', label: 'Learning' },
] as const;
const shown = 90;

export default function SplitThreadPage() {
  const { name = '' } = useParams();
  const { data } = usePageQuery(ThreadToSplitDocument, { id: entityRef('thread', 'network', name) });
  if (!data.thread?.viewerCanCurate) return <NotFound />;
  return <SplitThread thread={data.thread} />;
}

function SplitThread({ thread }: { readonly thread: NonNullable<ThreadToSplitQuery['thread']> }) {
  const [posts, setPosts] = useState<readonly string[]>([]);
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<ThreadKind>('DISCUSSION');
  const navigate = useNavigate();
  const linkTo = useLinkTo();
  const form = useMutationForm(SplitThreadDocument, {
    onDone: ({ splitThread }) => void navigate(linkTo(splitThread.thread.id)),
  });
  const submit = () => {
    const problem = problemWith(posts, title);
    if (problem) form.setProblem(problem);
    else void form.submit({ thread: thread.id, posts: [...posts], title, kind });
  };
  const replies = thread.posts.edges.map(({ node }) => node).filter(({ position }) => position > 1);
  return (
    <Page
      title="Make a new discussion of some replies"
      caption={thread.title}
      back={{ to: linkTo(thread.id), label: thread.title }}
    >
      {replies.length === 0 ? (
        <EmptyState>
          <p>There are no replies to move.</p>
        </EmptyState>
      ) : (
        <HubForm form={form} onSubmit={submit}>
          <Checkboxes
            name="posts"
            label="Which replies shall move?"
            hint={`They keep their order, and links to them go on working.${thread.posts.pageInfo.hasNextPage ? ` These are the first ${shown} posts` : ''}`}
            choices={replies.map((post) => ({
              value: post.id,
              label: `${authorName(post.author)}, ${formatDateTime(post.createdAt)}`,
              hint: openingOf(post),
            }))}
            values={posts}
            onChange={setPosts}
            small
          />
          <Radios name="kind" label="What kind is it?" choices={kinds} value={kind} onChange={setKind} />
          <TextField
            name="title"
            label="Title of the new discussion"
            limit={textLimits['SplitThreadInput.title']}
            value={title}
            onChange={setTitle}
          />
          <WhoSees label="Who will see this" who={thread.whoCanSee} />
          <Button>Make the discussion</Button>
        </HubForm>
      )}
    </Page>
  );
}

const opening = 120;

function openingOf({ body, removed }: { readonly body: string; readonly removed: boolean }): string {
  if (removed) return 'Removed';
  return body.length > opening ? `${body.slice(0, opening).trimEnd()}…` : body;
}

function problemWith(posts: readonly string[], title: string): Problem | null {
  const fields = [
    ...(posts.length === 0 ? [{ path: 'posts', message: 'Choose at least one reply' }] : []),
    ...(title.trim() === '' ? [{ path: 'title', message: 'Enter a title' }] : []),
  ];
  if (fields.length === 0) return null;
  return { code: 'BAD_USER_INPUT', message: 'There is something to add', fields, retryAfter: null, extensions: {} };
}
