/** Taking a published evaluation back, in the open: its page stays, with the reason on top. */
import { useNavigate } from 'react-router';
import { HubForm, NotFound, Page, useDraft, useLinkTo, useMutationForm, usePageQuery } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, ButtonGroup, TextArea, WhoSees } from '@hub/ui';
import { Link } from 'react-router';
import { useEvaluationId } from '../address';
import { done } from '../just-done';
import { EvaluationWritingDocument, WithdrawEvaluationDocument, type EvaluationWritingQuery } from './write.generated';
import { WritersOnly } from './writers-only';

export default function WithdrawEvaluationPage() {
  const { evaluation } = usePageQuery(EvaluationWritingDocument, { id: useEvaluationId() }).data;
  if (evaluation?.status !== 'PUBLISHED') return <NotFound />;
  if (!evaluation.viewerCanEdit) return <WritersOnly site={evaluation.site.name} back={evaluation} />;
  return <Withdraw evaluation={evaluation} />;
}

function Withdraw({ evaluation }: { readonly evaluation: NonNullable<EvaluationWritingQuery['evaluation']> }) {
  const { id, title, revision } = evaluation;
  const linkTo = useLinkTo();
  const navigate = useNavigate();
  const draft = useDraft(`withdraw:${id}`, { reason: '' });
  const form = useMutationForm(WithdrawEvaluationDocument, {
    onDone: () => {
      draft.clear();
      void navigate(linkTo(id), done('The evaluation is withdrawn'));
    },
  });
  const { reason } = draft.value;
  return (
    <Page title="Withdraw this evaluation" caption={title} back={{ to: linkTo(id), label: title }}>
      <p>Its page stays, headed “Withdrawn”, with your reason on top. Those who follow it will be told.</p>
      <HubForm form={form} onSubmit={() => void form.submit({ id, expectedRevision: revision, reason })}>
        <TextArea
          name="reason"
          label="Why do you withdraw it?"
          hint="For those who read it before. Do not include details of patients"
          limit={textLimits['WithdrawEvaluationInput.reason']}
          value={reason}
          onChange={(text) => draft.change({ reason: text })}
        />
        {form.conflict && (
          <p role="alert">
            Someone else changed it since you opened this page. Look at it again before you withdraw it.
          </p>
        )}
        <WhoSees label="Who will see the reason" who={evaluation.whoCanSee} />
        <ButtonGroup>
          <Button>Withdraw it</Button>
          <Link to={linkTo(id)}>Keep it as it is</Link>
        </ButtonGroup>
      </HubForm>
    </Page>
  );
}
