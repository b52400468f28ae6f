/** What waits for a moderator: details of patients first, then harm, then the oldest. */
import { Link, useSearchParams } from 'react-router';
import { Page, usePageQuery } from '@hub/core/web';
import { decidedPage } from '@hub/plugins/moderation/contract';
import { ButtonLink, Card, counted, EmptyState, formatDateTime, Hidden, Pager, RowList } from '@hub/ui';
import { caseAddress } from '../addresses';
import { Done } from '../done';
import { forModerators } from '../for-moderators';
import { decisionWords, reasonWords } from '../words';
import { CaseBody } from './case-body';
import { CasesWaitingDocument } from './cases.generated';

export default forModerators(function CasesPage() {
  const [search] = useSearchParams();
  const { data } = usePageQuery(CasesWaitingDocument, { after: search.get('after') });
  const { totalCount, edges, pageInfo } = data.casesWaiting;
  return (
    <Page title="Moderation" breadcrumbs={[{ to: '/', label: 'Home' }]}>
      <Done />
      {totalCount === 0 ? (
        <EmptyState>
          <p>No cases waiting</p>
        </EmptyState>
      ) : (
        <p>
          {counted(totalCount, 'case')} waiting. Details of patients come first, then harm, then what waits longest.
        </p>
      )}
      <p className="hub-no-print">
        <Link to={decidedPage}>What was decided</Link>
      </p>
      {data.appealsWaiting.totalCount > 0 && (
        <section aria-labelledby="appeals">
          <h2 id="appeals">{counted(data.appealsWaiting.totalCount, 'appeal')} waiting</h2>
          <RowList
            rows={data.appealsWaiting.edges.map(({ node }) => ({
              id: node.id,
              to: caseAddress(node.id),
              title: `Appeal: ${node.thread?.title ?? 'a discussion'}`,
              meta: `${node.decision ? decisionWords[node.decision] : ''}. Appealed ${node.appeal ? formatDateTime(node.appeal.madeAt) : ''}`,
            }))}
          />
        </section>
      )}
      {edges.map(({ node }) => (
        <Card key={node.id} heading={`${reasonWords[node.reason]}: ${node.thread?.title ?? 'a discussion'}`}>
          <CaseBody case={node} headingLevel={3} />
          <ButtonLink to={caseAddress(node.id)}>
            {node.viewerCanDecide ? 'Decide' : 'Open this case'}
            <Hidden>
              {' '}
              about {reasonWords[node.reason].toLowerCase()} in {node.thread?.title}
            </Hidden>
          </ButtonLink>
        </Card>
      ))}
      <Pager pageInfo={pageInfo} what="cases" words={{ next: 'Next', previous: 'Previous' }} />
    </Page>
  );
});
