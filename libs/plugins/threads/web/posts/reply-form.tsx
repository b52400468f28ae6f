/** The reply box at the end of a discussion. What is typed is kept as a draft; a failed post stays in the box. */
import { DraftNote, FilesField, HubForm, useDraft, useMutationForm, type FileInHand } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Announcer, Button, LinkButton, WhoSees } from '@hub/ui';
import { useEffect, useRef, useState } from 'react';
import { AnonymousChoice } from './anonymous-choice';
import { postProblem } from './post-check';
import { PostField } from './post-field';
import { attachmentsInput } from './post-files';
import { withQuote } from './quote';
import { focusOnReply, replyScope, type ReplyTarget } from './reply-target';
import { ReplyToThreadDocument } from '../writing.generated';

interface ReplyFormProps {
  readonly threadId: string;
  /** Who can see the discussion, and so the reply. */
  readonly whoCanSee: string;
  readonly replyTo: ReplyTarget | null;
  readonly onCancelReplyTo: () => void;
  readonly onPosted: (position: number) => void;
}

export default function ReplyForm({ threadId, whoCanSee, replyTo, onCancelReplyTo, onPosted }: ReplyFormProps) {
  const draft = useDraft(`reply:${threadId}`, {
    ...{ body: '', anonymous: false },
    files: [] as readonly FileInHand[],
  });
  const [isSending, setSending] = useState(false);
  const [said, setSaid] = useState('');
  const sent = useRef('');
  const form = useMutationForm(ReplyToThreadDocument, {
    draftId: draft.id,
    onDone: ({ reply }) => {
      draft.clear({ body: sent.current });
      setSaid('Posted');
      onPosted(reply.post.position);
    },
  });
  const { body, anonymous, files } = draft.value;
  const quote = replyTo?.quote;
  useEffect(() => {
    if (!quote) return;
    draft.change({ body: withQuote(body, quote) });
    focusOnReply();
    // Each press of Quote once.
  }, [replyTo]);
  const post = () => {
    const problem = postProblem({ body, files, isSending });
    if (problem) return form.setProblem(problem);
    sent.current = body;
    void form.submit({
      thread: threadId,
      body,
      anonymous,
      ...attachmentsInput(files),
      ...(replyTo ? { inReplyTo: replyTo.post } : {}),
    });
  };
  return (
    <section className="hub-no-print" aria-labelledby="your-reply">
      <h2 id="your-reply">Your reply</h2>
      <DraftNote draft={draft} />
      {replyTo && (
        <p>
          In reply to {replyTo.name}. <LinkButton onClick={onCancelReplyTo}>Reply to the whole discussion</LinkButton>
        </p>
      )}
      <HubForm form={form} onSubmit={post} label="Your reply" scope={replyScope}>
        <FilesField value={files} onChange={(chosen) => draft.change({ files: chosen })} onBusy={setSending}>
          <PostField
            label="What do you want to say?"
            hint="Do not include details of patients"
            rows={5}
            limit={textLimits['ReplyInput.body']}
            value={body}
            onChange={(value) => draft.change({ body: value })}
          />
        </FilesField>
        <AnonymousChoice value={anonymous} onChange={(value) => draft.change({ anonymous: value })} />
        <WhoSees label="Who will see this" who={whoCanSee} />
        <Button>Post reply</Button>
      </HubForm>
      <Announcer message={said} urgent />
    </section>
  );
}
