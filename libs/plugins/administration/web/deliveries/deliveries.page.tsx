/** Consequences that failed again and again: notices not told, pages not indexed. Each can be tried again, or given up. */
import { Link, useLocation } from 'react-router';
import { Page, usePageQuery } from '@hub/core/web';
import { counted, EmptyState, formatDateTime, Hidden, Pager } from '@hub/ui';
import { AdministrationDeliveriesDocument } from '../administration.generated';
import { fromTasks } from '../parts/crumbs';
import { Done } from '../parts/done';
import { forAdministrators } from '../parts/for-administrators';

const changes = [
  { change: 'retry', words: 'Try again' },
  { change: 'discard', words: 'Give up' },
] as const;

export default forAdministrators(function DeliveriesPage() {
  const after = new URLSearchParams(useLocation().search).get('after');
  const { data } = usePageQuery(AdministrationDeliveriesDocument, { after });
  const { totalCount, edges, pageInfo } = data.parkedDeliveries;
  return (
    <Page title="What failed" breadcrumbs={fromTasks}>
      <Done />
      <p>
        When something happens in the hub, others follow from it: a notice, an entry in the search. One that failed 8
        times waits here until somebody has looked at why.
      </p>
      {totalCount === 0 ? (
        <EmptyState>
          <p>Nothing failed.</p>
        </EmptyState>
      ) : (
        <p>{counted(totalCount, 'failure')}</p>
      )}
      <ul className="nhsuk-list hub-rows">
        {edges.map(({ node: { id, event, eventId, handler, attempts, parkedAt, problem } }) => (
          <li key={id} className="hub-rows__row">
            <h2 className="hub-rows__title nhsuk-heading-s">
              {handler}, after {event}
            </h2>
            <p className="hub-meta">
              Given up {formatDateTime(parkedAt)}, after {counted(attempts, 'try')}
            </p>
            <p>{problem}</p>
            <p className="hub-inline">
              {changes.map(({ change, words }) => (
                <Link
                  key={change}
                  to={`/administration/deliveries/${change}?${new URLSearchParams({ event: eventId, handler }).toString()}`}
                >
                  {words}
                  <Hidden>
                    {' '}
                    {handler}, after {event}
                  </Hidden>
                </Link>
              ))}
            </p>
          </li>
        ))}
      </ul>
      <Pager pageInfo={pageInfo} what="failures" />
    </Page>
  );
});
