/** On the home page of the network team: proposed sites that wait for an answer. */
import { Link } from 'react-router';
import { useHomeCount, usePageQuery } from '@hub/core/web';
import { proposalsPage } from '@hub/plugins/membership/contract';
import { ProposalRows } from '../proposals/proposal-rows';
import { SiteProposalsWaitingDocument } from './home.generated';

const shown = 3;

export default function ProposalsWaiting() {
  const { data } = usePageQuery(SiteProposalsWaitingDocument);
  const toAnswer = data.siteProposals.edges.map(({ node }) => node).filter(({ viewerCanAnswer }) => viewerCanAnswer);
  useHomeCount(toAnswer.length);
  if (toAnswer.length === 0) return null;
  return (
    <>
      <ProposalRows proposals={toAnswer.slice(0, shown)} />
      <p className="hub-no-print">
        <Link to={proposalsPage}>Go to the proposed sites</Link>
      </p>
    </>
  );
}
