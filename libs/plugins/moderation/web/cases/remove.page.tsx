/** Asked once more before a post is removed for everybody. */
import { Link, useParams } from 'react-router';
import { MutationProblems, NotFound, Page, usePageQuery } from '@hub/core/web';
import { casePrefix } from '@hub/plugins/moderation/contract';
import { Button, ButtonGroup, ButtonLink, InsetText, Markdown, SummaryList } from '@hub/ui';
import { caseAddress } from '../addresses';
import { forModerators } from '../for-moderators';
import { CasePageDocument, type CasePartsFragment } from './cases.generated';
import { ConflictBox } from './conflict-box';
import { useDecisionDraft } from './decision-draft';
import { useDecide } from './use-decide';

export default forModerators(function RemovePage() {
  const { id = '' } = useParams();
  const { data } = usePageQuery(CasePageDocument, { id: `${casePrefix}:${id}` });
  const kase = data.moderationCase;
  if (!kase) return <NotFound />;
  return (
    <Page
      title="Remove this post for everybody?"
      caption={kase.thread?.title}
      back={{ to: caseAddress(kase.id), label: 'Back to the case' }}
    >
      <Removal case={kase} />
    </Page>
  );
});

function Removal({ case: kase }: { readonly case: CasePartsFragment }) {
  const draft = useDecisionDraft(kase.id);
  const form = useDecide(draft.clear);
  const { reason } = draft.value;
  if (!kase.viewerCanDecide) return <p>This is decided already, or not for you to decide.</p>;
  if (reason.trim() === '')
    return (
      <p>
        <Link to={caseAddress(kase.id)}>Say why in the case first</Link>. The author reads it.
      </p>
    );
  return (
    <>
      <p>
        Nobody but moderators can read it any more. Its place in the discussion says that a moderator removed it. Its
        author is told, with your reason, and may appeal.
      </p>
      <InsetText>
        <Markdown text={kase.words} />
      </InsetText>
      <SummaryList facts={[{ name: 'Your reason', value: reason }]} />
      {form.conflict && <ConflictBox conflict={form.conflict} mine={{ decision: 'REMOVE', reason }} />}
      <MutationProblems problem={form.problem} />
      <ButtonGroup>
        <Button look="warning" onClick={() => void form.submit({ case: kase.id, decision: 'REMOVE', reason })}>
          Remove post
        </Button>
        <ButtonLink look="secondary" to={caseAddress(kase.id)}>
          Back to the case
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}
