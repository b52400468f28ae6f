/** The records of one type that are past their time. */
import { Link, useLocation } from 'react-router';
import { EntityLink, usePageQuery } from '@hub/core/web';
import { formatDate, Hidden, Pager } from '@hub/ui';
import { AdministrationRecordsDueDocument } from './records.generated';

interface DueListProps {
  readonly at: string | null;
  readonly type: string;
  readonly name: string;
}

export function DueList({ at, type, name }: DueListProps) {
  const after = new URLSearchParams(useLocation().search).get('after');
  const { data } = usePageQuery(AdministrationRecordsDueDocument, { at, type, after });
  const { totalCount, edges, pageInfo } = data.recordsDue;
  return (
    <section aria-labelledby="due">
      <h2 id="due">
        {name}, past their time ({totalCount})
      </h2>
      <ul className="nhsuk-list hub-rows">
        {edges.map(({ node: { id, title, lastChangedAt, dueAt } }) => (
          <li key={id} className="hub-rows__row">
            <h3 className="hub-rows__title nhsuk-heading-s">
              <EntityLink reference={id}>{title}</EntityLink>
            </h3>
            <p className="hub-meta">
              Last changed {formatDate(lastChangedAt)}. Kept until {formatDate(dueAt)}
            </p>
            <Link to={`/administration/records/hold?record=${encodeURIComponent(id)}`}>
              Hold<Hidden> {title}</Hidden>
            </Link>
          </li>
        ))}
      </ul>
      <Pager pageInfo={pageInfo} what="records" words={{ next: 'Next', previous: 'Previous' }} />
    </section>
  );
}
