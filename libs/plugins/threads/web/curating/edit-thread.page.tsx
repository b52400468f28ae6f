/** Changing what a discussion is called and bears on; for facilitators also where it belongs, and what it comes to. */
import { useNavigate, useParams } from 'react-router';
import { careModelCode, entityRef } from '@hub/core/contract';
import { DraftNote, NotFound, Page, SharedForm, useLinkTo, usePageQuery, useSharedEdit } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, Checkboxes, TextArea, TextField, WhoSees } from '@hub/ui';
import {
  joinedThreads,
  threadInput,
  threadNow,
  threadProblem,
  threadTexts,
  threadWritingOf,
  type ThreadWriting,
} from './edit-thread';
import { TagFields } from './tag-fields';
import { EditThreadDocument, UpdateThreadDocument, type EditThreadQuery } from '../writing.generated';

type EditedThread = NonNullable<EditThreadQuery['thread']>;

export default function EditThreadPage() {
  const { name = '' } = useParams();
  const { data, refetch } = usePageQuery(EditThreadDocument, { id: entityRef('thread', 'network', name) });
  if (!data.thread?.viewerCanEdit) return <NotFound />;
  return <EditThread thread={data.thread} models={data.modelTypes} onRefetch={refetch} />;
}

interface EditThreadProps {
  readonly thread: EditedThread;
  readonly models: EditThreadQuery['modelTypes'];
  readonly onRefetch: () => void;
}

function EditThread({ thread, models, onRefetch }: EditThreadProps) {
  const linkTo = useLinkTo();
  const navigate = useNavigate();
  const edit = useSharedEdit({
    key: `thread:${thread.id}`,
    onHub: { value: threadWritingOf(thread), revision: thread.revision },
    document: UpdateThreadDocument,
    input: (value: ThreadWriting, expectedRevision) => ({
      ...{ thread: thread.id, expectedRevision },
      ...threadInput(value, thread.viewerCanCurate),
    }),
    hubAfter: ({ updateThread: { thread: kept } }) => ({ value: threadWritingOf(kept), revision: kept.revision }),
    valueIn: threadNow,
    problemWith: threadProblem,
    onSaved: () => void navigate(linkTo(thread.id)),
  });
  const { value, change } = edit;
  return (
    <Page title="Title and tags" caption={thread.title} back={{ to: linkTo(thread.id), label: thread.title }}>
      <SharedForm edit={edit} button="save" texts={threadTexts} join={joinedThreads} onKeptTheirs={onRefetch}>
        <DraftNote draft={edit.draft} />
        <TextField
          name="title"
          label="Title"
          hint="Say what it is about, so that others can find it"
          limit={textLimits['UpdateThreadInput.title']}
          value={value.title}
          onChange={(title) => change({ title })}
        />
        {thread.viewerCanCurate && (
          <>
            <TextArea
              name="summary"
              label="Summary"
              hint="What it comes to so far, for those who do not read it all. Do not include details of patients"
              rows={5}
              limit={textLimits['UpdateThreadInput.summary']}
              value={value.summary}
              onChange={(summary) => change({ summary })}
            />
            <Checkboxes
              name="modelTypes"
              label="Which care models does it belong to?"
              hint="It leaves the lists of those that are not chosen. Links to it go on working"
              choices={models.map(({ id, code, name }) => ({ value: careModelCode(id), label: `${name} (${code})` }))}
              values={value.models}
              onChange={(chosen) => change({ models: chosen })}
            />
          </>
        )}
        <TagFields value={value} onChange={change} />
        <WhoSees who={thread.whoCanSee} />
        <Button>Save changes</Button>
      </SharedForm>
    </Page>
  );
}
