/** Withdrawing an intervention, or bringing it back: what it does, the reason that everyone reads, and one button that says so. */
import { Link, useNavigate, useParams } from 'react-router';
import { HubForm, NotFound, Page, useDraft, useLinkTo, useMutationForm, usePageQuery } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, ButtonGroup, InsetText, TextArea, WhoSees } from '@hub/ui';
import {
  InterventionWithdrawPageDocument,
  ReinstateInterventionDocument,
  WithdrawInterventionDocument,
  type InterventionWithdrawPageQuery,
} from './withdraw.generated';

type Shown = NonNullable<InterventionWithdrawPageQuery['intervention']>;

export default function WithdrawPage() {
  const { name = '' } = useParams();
  const { data, refetch } = usePageQuery(InterventionWithdrawPageDocument, { slug: name });
  const linkTo = useLinkTo();
  const { intervention } = data;
  if (!intervention || intervention.status === 'DRAFT') return <NotFound />;
  const back = { to: linkTo(intervention.id), label: intervention.title };
  if (!intervention.viewerCanPublish) {
    return (
      <Page title={`Only ${intervention.site.name} can withdraw this`} back={back}>
        <p>Engine-room members and leads of {intervention.site.name} can withdraw it. Tell them what you know.</p>
      </Page>
    );
  }
  return <WithdrawForm key={intervention.status} intervention={intervention} onLookAgain={() => void refetch()} />;
}

interface WithdrawFormProps {
  readonly intervention: Shown;
  readonly onLookAgain: () => void;
}

function WithdrawForm({ intervention, onLookAgain }: WithdrawFormProps) {
  const { id, title, revision, status, site, whoCanSee } = intervention;
  const linkTo = useLinkTo();
  const navigate = useNavigate();
  const draft = useDraft(`withdraw:${id}`, { reason: '' });
  const isBack = status === 'WITHDRAWN';
  const words = isBack ? bringBack : withdraw;
  const onDone = () => {
    draft.clear();
    void navigate(linkTo(id), { state: { said: words.done } });
  };
  const withdrawing = useMutationForm(WithdrawInterventionDocument, { onDone });
  const reinstating = useMutationForm(ReinstateInterventionDocument, { onDone });
  const form = isBack ? reinstating : withdrawing;
  const send = () => {
    const { reason } = draft.value;
    if (reason.trim()) return void form.submit({ id, expectedRevision: revision, reason });
    const fields = [{ path: 'reason', message: 'Say why' }];
    form.setProblem({ code: 'BAD_USER_INPUT', message: 'Say why', fields, retryAfter: null, extensions: {} });
  };
  return (
    <Page title={words.title} caption={title} back={{ to: linkTo(id), label: title }}>
      {form.conflict && (
        <InsetText>
          <h2 className="nhsuk-heading-s">Someone else changed this meanwhile</h2>
          <p>Your reason is kept here.</p>
          <Button
            onClick={() => {
              form.setProblem(null);
              onLookAgain();
            }}
          >
            Look at it as it is now
          </Button>
        </InsetText>
      )}
      <ul className="nhsuk-list nhsuk-list--bullet">
        {words.effects(site.name).map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <HubForm form={form} onSubmit={send}>
        <TextArea
          name="reason"
          label={words.ask}
          hint="Everyone who can see it reads this. Do not include details of patients"
          limit={textLimits['WithdrawInterventionInput.reason']}
          value={draft.value.reason}
          onChange={(reason) => draft.change({ reason })}
        />
        <WhoSees label="Who will read it" who={whoCanSee} />
        <ButtonGroup>
          <Button>{words.button}</Button>
          <Link to={linkTo(id)}>Leave it as it is</Link>
        </ButtonGroup>
      </HubForm>
    </Page>
  );
}

const withdraw = {
  title: 'Withdraw this intervention',
  ask: 'Why do you withdraw it?',
  button: 'Withdraw it',
  done: 'It is withdrawn',
  effects: (site: string) => [
    `Its page and versions stay, with your reason, your name and ${site} on top of them.`,
    'Nobody starts from it any more. Sites that work by it are told, and go on as they decide.',
    'Those who follow it are told. Search finds it after everything else.',
    'You can bring it back.',
  ],
};

const bringBack = {
  title: 'Bring this intervention back',
  ask: 'Why do you bring it back?',
  button: 'Bring it back',
  done: 'It is back as it was',
  effects: (site: string) => [
    `It is published again as it was, in the name of ${site}, and others can start from it.`,
    'Those who follow it are told. Your reason is kept in the audit log.',
  ],
};
