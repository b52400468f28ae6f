/** What the reader reported, and what came of each. */
import { Link, useSearchParams } from 'react-router';
import { Page, usePageQuery } from '@hub/core/web';
import { ownCasesPage } from '@hub/plugins/moderation/contract';
import { counted, EmptyState, Meta, Pager, Time } from '@hub/ui';
import { Done } from '../done';
import { outcomeWords, reasonWords } from '../words';
import { YourReportsDocument, type YourReportsQuery } from './reports.generated';
import { useSubject } from './subject';

type ReportRow = YourReportsQuery['viewerReports']['edges'][number]['node'];

export default function ReportsPage() {
  const [search] = useSearchParams();
  const { data } = usePageQuery(YourReportsDocument, { first: 20, after: search.get('after') });
  const { totalCount, edges, pageInfo } = data.viewerReports;
  const aboutYou = data.viewerCases.totalCount;
  return (
    <Page title="Your reports" breadcrumbs={[{ to: '/account', label: 'Your account' }]}>
      <Done />
      {aboutYou > 0 && (
        <p>
          <Link to={ownCasesPage}>What moderators decided about what you wrote ({aboutYou})</Link>
        </p>
      )}
      {totalCount === 0 ? (
        <EmptyState>
          <p>You have reported nothing. Each post in a discussion has a link for it.</p>
        </EmptyState>
      ) : (
        <p>{counted(totalCount, 'report')}. Only you and moderators see them.</p>
      )}
      <ul className="nhsuk-list hub-rows">
        {edges.map(({ node }) => (
          <li key={node.id} className="hub-rows__row">
            <ReportItem report={node} />
          </li>
        ))}
      </ul>
      <Pager pageInfo={pageInfo} what="reports" />
    </Page>
  );
}

function ReportItem({ report }: { readonly report: ReportRow }) {
  const subject = useSubject()(report.subject);
  return (
    <>
      <div className="hub-rows__title">
        {subject ? <Link to={subject.to}>A post in: {subject.words}</Link> : 'A post that you can no longer see'}
      </div>
      <Meta>
        {reasonWords[report.reason]}. Reported <Time at={report.reportedAt} as="date-time" />
      </Meta>
      {report.words && <p className="hub-plain-text nhsuk-u-margin-bottom-1">{report.words}</p>}
      <p className="nhsuk-u-margin-bottom-1">
        {outcomeWords(report.decision)}
        {report.decidedAt && (
          <>
            {' '}
            <Time at={report.decidedAt} as="date-time" />
          </>
        )}
        {report.overturned && '. An appeal against it was upheld.'}
      </p>
    </>
  );
}
