/** How the hub runs: what waits, its processes, what is done when, sizes and versions. Looked at again by a button, not by itself. */
import { Page, usePageQuery } from '@hub/core/web';
import { Button, EmptyState, formatDateTime, sizeWords, SummaryList, timeAgo } from '@hub/ui';
import { fromTasks } from '../parts/crumbs';
import { forAdministrators } from '../parts/for-administrators';
import { Table } from '../parts/table';
import { AdministrationOperatingDocument, type AdministrationOperatingQuery } from './operating.generated';
import { migrationWords, outcomeWords, riskWords, roleWords } from './operating-words';
import { Waiting } from './waiting';

type State = NonNullable<AdministrationOperatingQuery['hubState']>;

export default forAdministrators(function OperatingPage() {
  const { data, refetch } = usePageQuery(AdministrationOperatingDocument);
  const state = data.hubState;
  return (
    <Page title="How the hub runs" breadcrumbs={fromTasks} wide>
      {state && (
        <>
          <p aria-live="polite">As it was on {formatDateTime(state.at)}.</p>
          <Button look="secondary" onClick={refetch}>
            Look again
          </Button>
          <Waiting state={state} />
          <Processes instances={state.instances} now={state.at} />
          <Schedules schedules={state.schedules} />
          <Sizes state={state} />
        </>
      )}
    </Page>
  );
});

function Processes({ instances, now }: { readonly instances: State['instances']; readonly now: string }) {
  return (
    <section aria-labelledby="processes">
      <h2 id="processes">Processes</h2>
      {instances.length === 0 && (
        <EmptyState>
          <p>No process said within the hour that it is there.</p>
        </EmptyState>
      )}
      {instances.length > 0 && (
        <Table
          caption="The processes of the hub"
          headings={['Does', 'On', 'Release', 'Node', 'Since', 'Last heard of']}
          rows={instances.map(({ role, host, version, node, startedAt, seenAt, isThere }) => ({
            key: `${host} ${startedAt} ${role}`,
            cells: [
              roleWords(role),
              host,
              version,
              node.replace(/^v/, ''),
              formatDateTime(startedAt),
              isThere ? 'Just now' : `${timeAgo(seenAt, new Date(now))}: it may be gone`,
            ],
          }))}
        />
      )}
    </section>
  );
}

function Schedules({ schedules }: { readonly schedules: State['schedules'] }) {
  return (
    <section aria-labelledby="schedules">
      <h2 id="schedules">Work at certain times</h2>
      {schedules.length === 0 && (
        <EmptyState>
          <p>No worker has run yet, so nothing is planned.</p>
        </EmptyState>
      )}
      {schedules.length > 0 && (
        <Table
          caption="When work is done, and how it went"
          headings={['Work', 'Next', 'Last done', 'How it went']}
          rows={schedules.map(({ name, dueAt, doneAt, failures }) => ({
            key: name,
            cells: [
              name,
              formatDateTime(dueAt),
              doneAt ? formatDateTime(doneAt) : 'Never',
              outcomeWords({ doneAt, failures }),
            ],
          }))}
        />
      )}
    </section>
  );
}

function Sizes({ state }: { readonly state: State }) {
  return (
    <section aria-labelledby="sizes">
      <h2 id="sizes">Database</h2>
      <SummaryList
        facts={[
          { name: 'Size', value: sizeWords(state.databaseKilobytes * 1024) },
          { name: 'PostgreSQL', value: state.postgres },
          { name: 'When its machine dies', value: riskWords(state.riskySettings) },
          { name: 'Newest change made to it', value: migrationWords(state.migration) },
        ]}
      />
      <Table
        caption="The largest tables"
        headings={['Table', 'Rows, about', 'Size']}
        rows={state.tables.map(({ name, rows, kilobytes }) => ({
          key: name,
          cells: [name, rows === null ? 'Not counted yet' : rows.toLocaleString('en-GB'), sizeWords(kilobytes * 1024)],
        }))}
      />
    </section>
  );
}
