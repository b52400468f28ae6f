/** Writing something from a post into a record: the post's text to start with, edited before it is saved. */
import { useNavigate, useParams } from 'react-router';
import {
  DraftNote,
  HubForm,
  NotFound,
  Page,
  useDraft,
  useLinkTo,
  useMutationForm,
  usePageQuery,
  type Problem,
} from '@hub/core/web';
import { postId } from '@hub/plugins/threads/contract';
import { Button, ButtonGroup, ButtonLink, EmptyState, LinkButton, Radios } from '@hub/ui';
import { PromotionFields } from './promotion-fields';
import { PostToPromoteDocument, PromotePostDocument, type PostToPromoteQuery } from './promotion.generated';
import { promotionInput, writingFrom, writingProblem } from './writing';

type Post = Extract<PostToPromoteQuery['node'], { __typename: 'Post' }>;
type Sites = NonNullable<PostToPromoteQuery['viewer']>['sites'];

const kinds = [
  { value: 'CHANGE', label: 'Something that we changed' },
  { value: 'SUITABILITY', label: 'Something about whether it is right for us' },
  { value: 'LEARNING', label: 'Something that we learned' },
  { value: 'QUESTION', label: 'A question about a part of our intervention' },
] as const;

export default function PromotePage() {
  const { post = '' } = useParams();
  const { data } = usePageQuery(PostToPromoteDocument, { id: postId(post) });
  if (data.node?.__typename !== 'Post' || data.node.removed || data.node.hidden) return <NotFound />;
  return <Promote key={data.node.id} post={data.node} sites={data.viewer?.sites ?? []} />;
}

function Promote({ post, sites }: { readonly post: Post; readonly sites: Sites }) {
  const linkTo = useLinkTo();
  const navigate = useNavigate();
  const back = { to: `${linkTo(post.thread.id)}#post-${post.position}`, label: post.thread.title };
  const draft = useDraft(`promote:${post.id}`, writingFrom(post.body));
  const form = useMutationForm(PromotePostDocument, {
    draftId: draft.id,
    onDone: ({ promotePost: { promotion } }) => {
      draft.clear();
      void navigate(linkTo(promotion.record.id));
    },
  });
  const { kind } = draft.value;
  const records = recordsOf(sites, kind === 'QUESTION' ? 'interventions' : 'adaptations');
  const send = (again: boolean) => {
    const problem = writingProblem(draft.value);
    if (problem) return form.setProblem(problem);
    void form.submit({ post: post.id, expectedRevision: post.revision, again, ...promotionInput(draft.value) });
  };
  return (
    <Page title="Use this in our record" caption={post.thread.title} back={back}>
      <DraftNote draft={draft} />
      <HubForm form={form} onSubmit={() => send(false)}>
        <Radios
          name="kind"
          label="What is it?"
          choices={kinds}
          value={kind}
          onChange={(next) => draft.change({ kind: next, record: '', component: '' })}
        />
        {records.length === 0 ? (
          <EmptyState>
            <p>{kind === 'QUESTION' ? nothingPublished : nothingAdapted}</p>
          </EmptyState>
        ) : (
          <PromotionFields records={records} value={draft.value} onChange={draft.change} />
        )}
        {form.problem?.code === 'CONFLICT' && <Conflict problem={form.problem} onAgain={() => send(true)} />}
        {records.length > 0 && (
          <ButtonGroup>
            <Button>Write it into the record</Button>
            <ButtonLink to={back.to} look="secondary">
              Go back to the discussion
            </ButtonLink>
          </ButtonGroup>
        )}
      </HubForm>
    </Page>
  );
}

/** Its text was edited meanwhile; or it stands in the record already, and may be written there again. */
function Conflict({ problem, onAgain }: { readonly problem: Problem; readonly onAgain: () => void }) {
  const isThere = 'id' in ((problem.extensions['current'] ?? {}) as object);
  return (
    <div className="nhsuk-inset-text" role="alert">
      <p>{problem.message}</p>
      {isThere && <LinkButton onClick={onAgain}>Write it into the record again</LinkButton>}
    </div>
  );
}

const nothingAdapted = 'There is no record of an adaptation that you can edit.';
const nothingPublished = 'There is no intervention that you can edit.';

function recordsOf(sites: Sites, of: 'adaptations' | 'interventions') {
  return sites
    .flatMap((site) => site[of].edges.map(({ node }) => node))
    .filter(({ viewerCanEdit }) => viewerCanEdit)
    .map(({ id, title, whoCanSee }) => ({ value: id, label: title, whoCanSee }));
}
