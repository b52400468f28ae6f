/** The audit log: filtered and paged by the hub, printed and exported for a chosen period. */
import { Link, useLocation } from 'react-router';
import { Page, usePageQuery } from '@hub/core/web';
import { ButtonGroup, counted, Pager } from '@hub/ui';
import { fromTasks } from '../parts/crumbs';
import { forAdministrators } from '../parts/for-administrators';
import { AdministrationAuditDocument } from './audit.generated';
import { AuditList } from './audit-list';
import { CheckLog } from './check-log';
import { addressOf, filterOf, valuesIn } from './filter';
import { AuditFilterForm } from './filter-form';

const page = '/administration/audit';

export default forAdministrators(function AuditPage() {
  const { search } = useLocation();
  const values = valuesIn(search);
  const params = new URLSearchParams(search);
  const [after, before] = [params.get('after'), params.get('before')];
  const size = before ? { first: null, last: 20 } : { first: 20, last: null };
  const { data } = usePageQuery(AdministrationAuditDocument, { filter: filterOf(values), ...size, after, before });
  const { totalCount, edges, pageInfo } = data.auditEntries;
  return (
    <Page title="Audit log" breadcrumbs={fromTasks}>
      <p>The log only grows. Entries about things that you may not see are not listed.</p>
      <CheckLog />
      <AuditFilterForm />
      <p aria-live="polite">{counted(totalCount, 'entry')}</p>
      <ButtonGroup>
        <Link className="nhsuk-link" to={addressOf(`${page}/print`, values)}>
          Print these
        </Link>
        <Link className="nhsuk-link" to={addressOf(`${page}/export`, values)}>
          Export these as CSV
        </Link>
      </ButtonGroup>
      <AuditList
        entries={edges.map(({ node }) => node)}
        empty="No entries match. Remove a filter or choose another period."
      />
      <Pager pageInfo={pageInfo} what="entries" canGoBack />
    </Page>
  );
});
