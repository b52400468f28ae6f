/** What waits for a moderator: details of patients first, then harm, then the oldest. */
import { Link, useSearchParams } from 'react-router';
import { Page, usePageQuery } from '@hub/core/web';
import { decidedPage } from '@hub/plugins/moderation/contract';
import { ButtonLink, Card, counted, EmptyState, formatDateTime, Hidden, InsetText, Pager, RowList } from '@hub/ui';
import { caseAddress } from '../addresses';
import { Done } from '../done';
import { forModerators } from '../for-moderators';
import { ModerationViewerDocument } from '../viewer.generated';
import { outcomeWords, reasonWords } from '../words';
import { CaseBody } from './case-body';
import { CasesWaitingDocument, type CasesWaitingQuery } from './cases.generated';

export default forModerators(function CasesPage() {
  const [search] = useSearchParams();
  const { data } = usePageQuery(CasesWaitingDocument, { after: search.get('after') });
  const { totalCount, edges, pageInfo } = data.casesWaiting;
  const appeals = data.appealsWaiting.totalCount;
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
      {appeals > 0 && (
        <p className="hub-no-print nhsuk-u-margin-bottom-1">
          <a href="#appeals">{counted(appeals, 'appeal')} waiting</a>
        </p>
      )}
      <p className="hub-no-print">
        <Link to={decidedPage}>What was decided</Link>
      </p>
      <Unseen />
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
      <Appeals waiting={data.appealsWaiting} />
    </Page>
  );
});

/** Appeals come after the cases: nobody can be harmed by what is removed already. */
function Appeals({ waiting: { totalCount, edges } }: { readonly waiting: CasesWaitingQuery['appealsWaiting'] }) {
  if (totalCount === 0) return null;
  return (
    <section aria-labelledby="appeals">
      <h2 id="appeals" tabIndex={-1}>
        {counted(totalCount, 'appeal')} waiting
      </h2>
      <RowList
        rows={edges.map(({ node }) => ({
          id: node.id,
          to: caseAddress(node.id),
          title: `Appeal: ${node.thread?.title ?? 'a discussion'}`,
          meta: `${outcomeWords(node.decision, node.decidedBy?.displayName)} Appealed ${node.appeal ? formatDateTime(node.appeal.madeAt) : ''}`,
        }))}
      />
    </section>
  );
}

/** What waits where no moderator can see it: nothing can be said of it but that. */
function Unseen() {
  const { viewer } = usePageQuery(ModerationViewerDocument).data;
  const count = viewer?.viewerCasesUnseen ?? 0;
  if (count === 0) return null;
  return (
    <InsetText>
      <p>
        {counted(count, 'more case')} {count === 1 ? 'waits' : 'wait'} where no moderator who could decide can see it.
      </p>
      <p>
        It is in a community or about a draft that only some people see. Those who look after that place were told, and
        can let a moderator in.
      </p>
    </InsetText>
  );
}
