/** The page of tasks: what an administrator looks after, and what of it waits. */
import { Page, useHasPage, usePageQuery } from '@hub/core/web';
import { importPage } from '@hub/plugins/exchange/contract';
import { proposalsPage } from '@hub/plugins/membership/contract';
import { counted, RowList } from '@hub/ui';
import { AdministrationTasksDocument, type AdministrationTasksQuery } from './administration.generated';
import { fromHome } from './parts/crumbs';
import { forAdministrators } from './parts/for-administrators';

export default forAdministrators(function TasksPage() {
  const { data } = usePageQuery(AdministrationTasksDocument);
  const hasPage = useHasPage();
  const proposals = hasPage(proposalsPage)
    ? [
        {
          id: 'proposals',
          title: 'Proposed sites',
          to: proposalsPage,
          meta: 'New sites that wait for the network team',
        },
      ]
    : [];
  const imports = hasPage(importPage)
    ? [
        {
          id: 'import',
          title: 'Import a family',
          to: importPage,
          meta: 'Interventions and their history from another hub',
        },
      ]
    : [];
  return (
    <Page title="Administration" breadcrumbs={fromHome}>
      <p>You see no more of what sites keep to themselves than any member does. Every change is in the audit log.</p>
      <RowList rows={[...tasksOf(data), ...proposals, ...imports]} headingLevel={2} />
    </Page>
  );
});

function tasksOf({ administrationWork: work, recordTypes }: AdministrationTasksQuery) {
  const due = recordTypes.reduce((sum, { due: count }) => sum + count, 0);
  return [
    task('members', 'Members', `${counted(work.administrators, 'administrator')}, ${work.suspendedMembers} suspended`),
    task('access-review', 'Review who may do what', 'Each quarter: a table of every member, their roles and sites'),
    task('sites', 'Sites', 'Who leads them, and what search engines list'),
    task('domains', 'Allowed e-mail domains', 'Whose addresses may sign in by a code'),
    task('audit', 'Audit log', 'Who did what, to whom, when and why'),
    task('mail', 'Mail', `${work.waitingLetters} waiting, ${work.failedLetters} given up`),
    task('glass', 'Break the glass', `${work.openGlasses} open now`),
    task('deliveries', 'What failed', `${work.parkedDeliveries} waiting for you`),
    task('operating', 'How the hub runs', 'What waits, what is done when, sizes and versions'),
    task('records', 'Records and appraisal', `${due} past the time they are kept for`),
  ];
}

function task(page: string, title: string, meta: string) {
  return { id: page, title, to: `/administration/${page}`, meta };
}
