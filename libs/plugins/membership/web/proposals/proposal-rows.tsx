/** Proposals of sites in a list, each with where it stands. */
import type { RequestState } from '@hub/graphql';
import { PlainTag, RowList, Time } from '@hub/ui';
import { proposalAddress } from '../addresses';
import type { SiteProposalRowFragment } from './proposals.generated';

const words: Readonly<Record<RequestState, string>> = {
  OPEN: 'Waiting',
  APPROVED: 'Opened',
  DECLINED: 'Declined',
  WITHDRAWN: 'Taken back',
};

export function ProposalState({ state }: { readonly state: RequestState }) {
  return <PlainTag words={words[state]} colour={state === 'OPEN' ? 'blue' : 'grey'} />;
}

export function ProposalRows({ proposals }: { readonly proposals: readonly SiteProposalRowFragment[] }) {
  return (
    <RowList
      rows={proposals.map(({ id, name, region, state, proposedBy, proposedAt }) => ({
        id,
        to: proposalAddress(id),
        title: name,
        tags: <ProposalState state={state} />,
        meta: (
          <>
            {region}. Proposed by {proposedBy.displayName}, <Time at={proposedAt} />
          </>
        ),
      }))}
    />
  );
}
