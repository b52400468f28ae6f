/** What was decided, by whom and when, the newest first. */
import { useSearchParams } from 'react-router';
import { Page, usePageQuery } from '@hub/core/web';
import { moderationPage } from '@hub/plugins/moderation/contract';
import { counted, EmptyState, formatDateTime, Pager, RowList } from '@hub/ui';
import { caseAddress } from '../addresses';
import { forModerators } from '../for-moderators';
import { outcomeWords, reasonWords } from '../words';
import { CasesDecidedDocument, type CasesDecidedQuery } from './cases.generated';

export default forModerators(function DecidedPage() {
  const [search] = useSearchParams();
  const { data } = usePageQuery(CasesDecidedDocument, { first: 20, after: search.get('after') });
  const { totalCount, edges, pageInfo } = data.casesDecided;
  return (
    <Page
      title="What was decided"
      breadcrumbs={[
        { to: '/', label: 'Home' },
        { to: moderationPage, label: 'Moderation' },
      ]}
    >
      {totalCount === 0 ? (
        <EmptyState>
          <p>Nothing was decided yet</p>
        </EmptyState>
      ) : (
        <p>
          {counted(totalCount, 'decision')}
          {totalCount > 1 && ', the newest first'}
        </p>
      )}
      <RowList
        rows={edges.map(({ node }) => ({
          id: node.id,
          to: caseAddress(node.id),
          title: `${reasonWords[node.reason]}: ${node.thread?.title ?? 'a discussion'}`,
          meta: `${outcomeWords(node.decision, node.decidedBy?.displayName)} ${node.decidedAt ? formatDateTime(node.decidedAt) : ''}`,
          body: (
            <p className="nhsuk-u-margin-bottom-1">
              {node.decisionReason} {appealWords(node.appeal)}
            </p>
          ),
        }))}
      />
      <Pager pageInfo={pageInfo} what="decisions" />
    </Page>
  );
});

/** What became of the decision since. */
function appealWords(appeal: CasesDecidedQuery['casesDecided']['edges'][number]['node']['appeal']): string {
  if (!appeal) return '';
  if (!appeal.decidedAt) return 'The author appeals.';
  return appeal.upheld ? 'An appeal was upheld.' : 'The author appealed, and the decision stands.';
}
