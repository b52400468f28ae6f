/** One proposed site: what was proposed, what was answered, and the answer itself for those who give it. */
import { useNavigate, useParams } from 'react-router';
import { EntityLink, HubForm, NotFound, Page, useDraft, useMutationForm, usePageQuery } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, InsetText, SummaryList, TextArea, Time } from '@hub/ui';
import { proposalsPage } from '@hub/plugins/membership/contract';
import { done } from '../done';
import { problemWith, sayConflict } from '../problems';
import { ProposalState } from './proposal-rows';
import {
  ApproveSiteProposalDocument,
  DeclineSiteProposalDocument,
  SiteProposalPageDocument,
  WithdrawSiteProposalDocument,
  type SiteProposalPageQuery,
} from './proposals.generated';

type Proposal = NonNullable<SiteProposalPageQuery['siteProposal']>;

export default function ProposalPage() {
  const { id = '' } = useParams();
  const { data } = usePageQuery(SiteProposalPageDocument, { id: `site-proposal:${id}` });
  const proposal = data.siteProposal;
  if (!proposal) return <NotFound />;
  const { name, state, site, answer, viewerCanAnswer, viewerCanWithdraw } = proposal;
  return (
    <Page
      title={name}
      caption="Proposed site"
      back={{ to: proposalsPage, label: 'Proposed sites' }}
      facts={<ProposalState state={state} />}
    >
      <ProposalFacts proposal={proposal} />
      {site && (
        <p>
          It is a site of the hub now: <EntityLink reference={site.id}>{site.name}</EntityLink>.
        </p>
      )}
      {answer && (
        <InsetText>
          <p>The network team declined it. They wrote:</p>
          <p>{answer}</p>
        </InsetText>
      )}
      {viewerCanAnswer && (
        <>
          <Open proposal={proposal} />
          <Decline proposal={proposal} />
        </>
      )}
      {viewerCanWithdraw && <TakeBack proposal={proposal} />}
    </Page>
  );
}

function ProposalFacts({ proposal }: { readonly proposal: Proposal }) {
  const { region, modelTypes, why, proposedBy, proposedAt } = proposal;
  return (
    <SummaryList
      facts={[
        { name: 'Region', value: region },
        { name: 'Care models', value: modelTypes.map((model) => `${model.name} (${model.code})`).join(', ') },
        { name: 'Why', value: why },
        { name: 'Proposed by', value: <EntityLink reference={proposedBy.id}>{proposedBy.displayName}</EntityLink> },
        { name: 'Proposed on', value: <Time at={proposedAt} /> },
      ]}
    />
  );
}

function Open({ proposal }: { readonly proposal: Proposal }) {
  const navigate = useNavigate();
  const form = useMutationForm(ApproveSiteProposalDocument, {
    onDone: () => void navigate(proposalsPage, done(`${proposal.name} is a site of the hub now`)),
  });
  return (
    <section aria-labelledby="open">
      <h2 id="open">Open the site</h2>
      <p>
        Anyone can then see {proposal.name}, and {proposal.proposedBy.displayName} leads it: they say who belongs to it.
      </p>
      <HubForm
        form={{ problem: sayConflict(form.problem) }}
        onSubmit={() => void form.submit({ proposal: proposal.id })}
        scope="open"
      >
        <Button>Open {proposal.name}</Button>
      </HubForm>
    </section>
  );
}

function Decline({ proposal }: { readonly proposal: Proposal }) {
  const navigate = useNavigate();
  const draft = useDraft(`decline:${proposal.id}`, { words: '' });
  const form = useMutationForm(DeclineSiteProposalDocument, {
    onDone: () => {
      draft.clear();
      void navigate(proposalsPage, done(`${proposal.proposedBy.displayName} reads your answer`));
    },
  });
  const { words } = draft.value;
  const submit = () => {
    const problem = problemWith([['words', words.trim() === '', 'Say why not. They read it']]);
    if (problem) return form.setProblem(problem);
    void form.submit({ proposal: proposal.id, words });
  };
  return (
    <section aria-labelledby="decline">
      <h2 id="decline">Or decline</h2>
      <HubForm form={{ problem: sayConflict(form.problem) }} onSubmit={submit} scope="decline">
        <TextArea
          name="words"
          label="Why not"
          hint={`${proposal.proposedBy.displayName} reads this, in the hub and by e-mail`}
          rows={3}
          limit={textLimits['DeclineSiteProposalInput.words']}
          value={words}
          onChange={(value) => draft.change({ words: value })}
        />
        <Button look="secondary">Decline</Button>
      </HubForm>
    </section>
  );
}

function TakeBack({ proposal }: { readonly proposal: Proposal }) {
  const navigate = useNavigate();
  const form = useMutationForm(WithdrawSiteProposalDocument, {
    onDone: () => void navigate(proposalsPage, done(`Your proposal of ${proposal.name} is taken back`)),
  });
  return (
    <HubForm
      form={{ problem: sayConflict(form.problem) }}
      onSubmit={() => void form.submit({ proposal: proposal.id })}
      scope="withdraw"
    >
      <Button look="secondary">Take back the proposal</Button>
    </HubForm>
  );
}
