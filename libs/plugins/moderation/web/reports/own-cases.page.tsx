/** What moderators decided about what the reader wrote, and what waits for them. */
import { Link, useSearchParams } from 'react-router';
import { Page, usePageQuery } from '@hub/core/web';
import { reportsPage } from '@hub/plugins/moderation/contract';
import { counted, EmptyState, Meta, Pager, Time } from '@hub/ui';
import { ownCaseAddress } from '../addresses';
import { outcomeWords, reasonsInWords } from '../words';
import { OwnCasesDocument } from './reports.generated';
import { useSubject } from './subject';

export default function OwnCasesPage() {
  const [search] = useSearchParams();
  const { data } = usePageQuery(OwnCasesDocument, { first: 20, after: search.get('after') });
  const subjectOf = useSubject();
  const { totalCount, edges, pageInfo } = data.viewerCases;
  return (
    <Page
      title="About what you wrote"
      breadcrumbs={[
        { to: '/account', label: 'Your account' },
        { to: reportsPage, label: 'Your reports' },
      ]}
    >
      {totalCount === 0 ? (
        <EmptyState>
          <p>Moderators have decided nothing about what you wrote.</p>
        </EmptyState>
      ) : (
        <p>
          {counted(totalCount, 'case')}
          {totalCount > 1 && ', the newest first'}
        </p>
      )}
      <ul className="nhsuk-list hub-rows">
        {edges.map(({ node }) => (
          <li key={node.id} className="hub-rows__row">
            <div className="hub-rows__title">
              <Link to={ownCaseAddress(node.id)}>
                Your post in: {subjectOf(node.subject)?.words ?? 'a discussion that you can no longer see'}
              </Link>
            </div>
            <Meta>
              {reasonsInWords(node.reasons)}. <Time at={node.decidedAt ?? node.reportedAt} as="date-time" />
            </Meta>
            <p className="nhsuk-u-margin-bottom-1">{outcomeWords(node.decision)}</p>
          </li>
        ))}
      </ul>
      <Pager pageInfo={pageInfo} what="cases" />
    </Page>
  );
}
