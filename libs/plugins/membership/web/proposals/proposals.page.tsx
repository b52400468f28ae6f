/** Proposed sites: one's own; for the network team, everyone's. */
import { useSearchParams } from 'react-router';
import { Page, usePageQuery } from '@hub/core/web';
import { ButtonLink, counted, EmptyState, Pager } from '@hub/ui';
import { Done } from '../done';
import { ProposalRows } from './proposal-rows';
import { SiteProposalsDocument } from './proposals.generated';

export default function ProposalsPage() {
  const [search] = useSearchParams();
  const { data } = usePageQuery(SiteProposalsDocument, { openOnly: false, first: 20, after: search.get('after') });
  const { totalCount, edges, pageInfo } = data.siteProposals;
  return (
    <Page
      title="Proposed sites"
      breadcrumbs={[
        { to: '/', label: 'Home' },
        { to: '/sites', label: 'Sites' },
      ]}
    >
      <Done />
      {totalCount === 0 ? (
        <EmptyState>
          <p>You have proposed no site.</p>
        </EmptyState>
      ) : (
        <>
          <p>{counted(totalCount, 'proposal')}</p>
          <ProposalRows proposals={edges.map(({ node }) => node)} />
        </>
      )}
      <Pager pageInfo={pageInfo} what="proposals" />
      <ButtonLink look="secondary" to="/propose-a-site">
        Propose a new site
      </ButtonLink>
    </Page>
  );
}
