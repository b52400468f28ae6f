/** The audit list for a chosen period as CSV. */
import { useState } from 'react';
import { useLocation } from 'react-router';
import { Page, useMutationForm, saveFile } from '@hub/core/web';
import { counted, NotificationBanner } from '@hub/ui';
import { below } from '../parts/crumbs';
import { forAdministrators } from '../parts/for-administrators';
import { ReasonForm } from '../parts/reason-form';
import { ExportAuditDocument } from './audit.generated';
import { filterOf, valuesIn } from './filter';

export default forAdministrators(function AuditExportPage() {
  const { search } = useLocation();
  const [saved, setSaved] = useState<string | null>(null);
  const form = useMutationForm(ExportAuditDocument, {
    onDone: ({ exportAudit: { fileName, content, rows } }) => {
      saveFile(fileName, content, 'text/csv');
      setSaved(`${counted(rows, 'entry')} in ${fileName}.`);
    },
  });
  return (
    <Page title="Export the audit log" breadcrumbs={below('/administration/audit', 'Audit log')}>
      {saved && <NotificationBanner kind="done">{saved}</NotificationBanner>}
      <ReasonForm
        form={form}
        draft="audit-export"
        effect="You get a CSV file with the entries that the list shows, in UTC. That you took them out of the hub is in the log itself."
        button="Save the table"
        onSubmit={(reason) => form.submit({ filter: filterOf(valuesIn(search)), reason })}
      />
    </Page>
  );
});
