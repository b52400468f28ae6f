/** The quarterly review of who may do what, as a table to take away. */
import { useState } from 'react';
import { Page, useMutationForm, saveFile } from '@hub/core/web';
import { counted, NotificationBanner } from '@hub/ui';
import { fromTasks } from '../parts/crumbs';
import { forAdministrators } from '../parts/for-administrators';
import { ReasonForm } from '../parts/reason-form';
import { ExportAccessReviewDocument } from './members.generated';

export default forAdministrators(function AccessReviewPage() {
  const [saved, setSaved] = useState<string | null>(null);
  const form = useMutationForm(ExportAccessReviewDocument, {
    onDone: ({ exportAccessReview: { fileName, content, rows } }) => {
      saveFile(fileName, content, 'text/csv');
      setSaved(`${counted(rows, 'member')} in ${fileName}. Keep it where only those who review access can open it.`);
    },
  });
  return (
    <Page title="Review who may do what" breadcrumbs={fromTasks}>
      {saved && <NotificationBanner kind="done">{saved}</NotificationBanner>}
      <p>Once a quarter, go through every member: are they still here, and do they still need each role?</p>
      <ReasonForm
        form={form}
        draft="access-review"
        effect="You get a CSV file with every member’s name, e-mail address, roles, sites, second step and when they were last seen. That you took it out of the hub is in the audit log."
        button="Save the table"
        onSubmit={(reason) => form.submit({ reason })}
      />
    </Page>
  );
});
