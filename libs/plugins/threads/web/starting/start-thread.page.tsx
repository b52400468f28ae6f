/** Starting a discussion: what kind, in which care models, about what; what is typed is kept as a draft. */
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { careModelCodes, careModelCode } from '@hub/core/contract';
import {
  DraftNote,
  FilesField,
  HubForm,
  Page,
  SimilarThings,
  useDraft,
  useLinkTo,
  useMention,
  useMentionsIn,
  useMutationForm,
  usePageQuery,
  WhoWillSee,
  type FileInHand,
} from '@hub/core/web';
import { textLimits, type ThreadKind } from '@hub/graphql';
import { Button, Checkboxes, Details, Radios, TextField } from '@hub/ui';
import { AnonymousChoice } from '../posts/anonymous-choice';
import { learningBody, noAnswers, openingFor } from './learning';
import { OpeningFields } from './opening-fields';
import { postProblem } from '../posts/post-check';
import { attachmentsInput } from '../posts/post-files';
import { TagFields, tagsInput } from '../curating/tag-fields';
import { StartThreadChoicesDocument, StartThreadDocument, ThreadSubjectDocument } from '../writing.generated';

const kinds = [
  { value: 'DISCUSSION', label: 'Discussion', hint: 'Something to talk about' },
  { value: 'QUESTION', label: 'Question', hint: 'You will be able to mark the reply that answers it' },
  { value: 'LEARNING', label: 'Learning', hint: 'What you tried, what happened, what comes next' },
] as const;
const announcement = {
  value: 'ANNOUNCEMENT',
  label: 'Announcement',
  hint: 'What everybody in these care models has to know',
} as const;

const back = { to: '/discussions', label: 'Discussions' };

export default function StartThreadPage() {
  const [address] = useSearchParams();
  const about = address.get('about');
  const community = address.get('community');
  const startsWith = {
    title: address.get('title') ?? '',
    ...{ body: '', learning: noAnswers },
    kind: (address.get('kind') === 'QUESTION' ? 'QUESTION' : 'DISCUSSION') as ThreadKind,
    ...{ lessons: [] as readonly number[], enablers: [] as readonly number[], tags: address.getAll('tag').join(', ') },
    models: address.getAll('model').filter((code) => careModelCodes.some((known) => known === code)),
    anonymous: false,
    files: [] as readonly FileInHand[],
  };
  const draft = useDraft(`start-thread:${about ?? address.toString()}`, startsWith);
  const navigate = useNavigate();
  const linkTo = useLinkTo();
  const { data } = usePageQuery(StartThreadChoicesDocument);
  const form = useMutationForm(StartThreadDocument, {
    draftId: draft.id,
    onDone: ({ startThread }) => {
      draft.clear();
      navigate(linkTo(startThread.thread.id));
    },
  });
  const [isSending, setSending] = useState(false);
  const { title, body, learning, kind, models, anonymous, files, ...tags } = draft.value;
  const isLearning = kind === 'LEARNING';
  const submit = () => {
    const problem = postProblem({ title, models, files, isSending, ...(isLearning ? { learning } : { body }) });
    if (problem) form.setProblem(problem);
    else
      void form.submit({
        ...{ title, body: isLearning ? learningBody(learning) : body, kind, modelTypes: models, anonymous },
        ...tagsInput(tags),
        ...attachmentsInput(files),
        ...(about ? { about } : {}),
        ...(community ? { community } : {}),
      });
  };
  const choices = data.modelTypes.map((model) => ({
    value: careModelCode(model.id),
    label: `${model.name} (${model.code})`,
  }));
  if (!data.modelTypes.some((model) => model.viewerCanStartThread)) {
    return (
      <Page title="Start a discussion" back={back}>
        <p>Guests read discussions and do not start them. Those who lead your site can give you another role.</p>
      </Page>
    );
  }
  const mayAnnounce = address.get('announce') === 'yes' || data.modelTypes.some((model) => model.viewerCanAnnounce);
  return (
    <Page title="Start a discussion" back={back}>
      {community && <Subject what="In the community" reference={community} />}
      {about && <Subject what="About" reference={about} />}
      <DraftNote draft={draft} />
      <HubForm form={form} onSubmit={submit}>
        <Radios
          name="kind"
          label="What kind is it?"
          choices={mayAnnounce ? [...kinds, announcement] : kinds}
          value={kind}
          onChange={(value) => draft.change({ kind: value, ...openingFor(value, { body, learning }) })}
        />
        <TextField
          name="title"
          label="Title"
          hint="Say what it is about, so that others can find it"
          limit={textLimits['StartThreadInput.title']}
          value={title}
          onChange={(value) => draft.change({ title: value })}
        />
        <SimilarThings text={title} kinds={['THREAD', 'INTERVENTION']} heading="Somebody may have asked this" />
        <FilesField value={files} onChange={(chosen) => draft.change({ files: chosen })} onBusy={setSending}>
          <OpeningFields {...{ kind, body, learning }} onChange={draft.change} />
        </FilesField>
        <Checkboxes
          name="modelTypes"
          label="Which care models is it for?"
          hint="Choose at least one. Their followers will hear of it"
          choices={choices}
          values={models}
          onChange={(value) => draft.change({ models: value })}
        />
        <Details summary="Add tags, so that others find it" open={tags.tags !== ''}>
          <TagFields value={tags} onChange={draft.change} />
        </Details>
        <AnonymousChoice value={anonymous} onChange={(value) => draft.change({ anonymous: value })} />
        <WhoWillSee
          thing={{ ...(community ? inCommunity(community) : { visibility: 'NETWORK' }), within: about ? [about] : [] }}
        />
        <Button>Start discussion</Button>
      </HubForm>
    </Page>
  );
}

const inCommunity = (community: string) => ({ visibility: 'COMMUNITY', community }) as const;

function Subject({ what, reference }: { readonly what: string; readonly reference: string }) {
  const { data } = usePageQuery(useMentionsIn(ThreadSubjectDocument, 'node'), { id: reference });
  const subject = useMention()(data.node);
  return (
    subject && (
      <p>
        {what}: {subject.words}
      </p>
    )
  );
}
