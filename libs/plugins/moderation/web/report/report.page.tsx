/** Telling moderators of a post: why, and in one's own words. A page with an address of its own, that works without anything live. */
import { Link, useNavigate, useParams } from 'react-router';
import { HubForm, NotFound, Page, useDraft, useLinkTo, useMutationForm, usePageQuery } from '@hub/core/web';
import { textLimits, type ReportReason } from '@hub/graphql';
import { reportsPage } from '@hub/plugins/moderation/contract';
import { Button, formatDate, InsetText, Markdown, Radios, TextArea } from '@hub/ui';
import { done } from '../done';
import { useForget } from '../forget';
import { problemWith, sayConflict } from '../problems';
import { reasonWords } from '../words';
import { ReportDocument, ReportPageDocument, type ReportPageQuery } from './report.generated';

type ReportedPost = Extract<NonNullable<ReportPageQuery['node']>, { __typename: 'Post' }>;

export default function ReportPage() {
  const { subject = '' } = useParams();
  const { data } = usePageQuery(ReportPageDocument, { subject });
  const linkTo = useLinkTo();
  const { node } = data;
  if (node?.__typename !== 'Post') return <NotFound />;
  const { thread, position } = node;
  return (
    <Page
      title="Report this post"
      caption={thread.title}
      back={{ to: `${linkTo(thread.id)}#post-${position}`, label: thread.title }}
    >
      {node.viewerCanReport ? <ReportForm post={node} /> : <NothingToReport post={node} />}
    </Page>
  );
}

/** Why it cannot be reported, and what there is to do instead. */
function NothingToReport({ post }: { readonly post: ReportedPost }) {
  const { viewerReport } = post;
  if (viewerReport)
    return (
      <p>
        You reported this post on {formatDate(viewerReport.reportedAt)}. What came of it is in{' '}
        <Link to={reportsPage}>your reports</Link>.
      </p>
    );
  if (post.removed) return <p>This post was removed.</p>;
  if (post.hidden) return <p>This post is hidden already, while a moderator looks at it.</p>;
  return <p>You wrote this post. You can edit or remove it in its discussion.</p>;
}

const reasons: readonly { readonly value: ReportReason; readonly hint?: string }[] = [
  { value: 'PATIENT_DETAILS', hint: 'The post is hidden at once, until a moderator has looked at it' },
  { value: 'HARM' },
  { value: 'UNKIND' },
  { value: 'OFF_TOPIC' },
  { value: 'OTHER', hint: 'Say below what it is' },
];

function ReportForm({ post }: { readonly post: ReportedPost }) {
  const draft = useDraft(`report:${post.id}`, { reason: '', words: '' });
  const navigate = useNavigate();
  const forget = useForget();
  const form = useMutationForm(ReportDocument, {
    onDone: ({ report: { report } }) => {
      draft.clear();
      forget('viewerReports');
      const isHidden =
        report.reason === 'PATIENT_DETAILS' && report.subject?.__typename === 'Post' && report.subject.hidden;
      const after = isHidden ? 'The post is hidden until a moderator has looked at it' : 'A moderator will look at it';
      void navigate(reportsPage, done(`Thank you. ${after}`));
    },
  });
  const { reason, words } = draft.value;
  const chosen = reasons.find(({ value }) => value === reason)?.value ?? null;
  const submit = () => {
    const problem = problemWith([
      ['reason', chosen === null, 'Choose a reason'],
      ['words', chosen === 'OTHER' && words.trim() === '', 'Say what is wrong with it'],
    ]);
    if (problem || !chosen) return form.setProblem(problem);
    void form.submit({ subject: post.id, reason: chosen, words });
  };
  return (
    <>
      <p>{post.author ? `${post.author.displayName} wrote:` : 'A member wrote, without their name:'}</p>
      <InsetText>
        <Markdown text={post.body} />
      </InsetText>
      <HubForm form={{ problem: sayConflict(form.problem) }} onSubmit={submit}>
        <Radios
          name="reason"
          label="What is wrong with it?"
          choices={reasons.map(({ value, hint }) => ({ value, label: reasonWords[value], hint }))}
          value={chosen}
          onChange={(value) => draft.change({ reason: value })}
        />
        <TextArea
          name="words"
          label="Anything that moderators need to know"
          hint="Do not repeat details of patients. Only moderators see who reported a post"
          rows={3}
          limit={textLimits['ReportInput.words']}
          value={words}
          onChange={(value) => draft.change({ words: value })}
        />
        <Button>Report post</Button>
      </HubForm>
    </>
  );
}
