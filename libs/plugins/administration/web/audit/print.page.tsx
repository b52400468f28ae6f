/** The audit list for a chosen period on one page, to print. */
import { useEffect, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import type { ApolloClient } from '@apollo/client';
import { useLocation } from 'react-router';
import { MutationProblems, Page, problemOf, type Problem } from '@hub/core/web';
import type { AuditFilter } from '@hub/graphql';
import { Button, counted, Loading, SummaryList } from '@hub/ui';
import { below } from '../parts/crumbs';
import { forAdministrators } from '../parts/for-administrators';
import { AdministrationAuditDocument, type AdministrationAuditQuery, type AuditLineFragment } from './audit.generated';
import { AuditList } from './audit-list';
import { filterNames, filterOf, valuesIn } from './filter';

const mostPages = 20;
const labels = { who: 'Who', what: 'What', about: 'About', outcome: 'How it ended', from: 'From', to: 'To' } as const;

interface Found {
  readonly entries: readonly AuditLineFragment[];
  readonly totalCount: number;
}

export default forAdministrators(function AuditPrintPage() {
  const { search } = useLocation();
  const client = useApolloClient();
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let isGone = false;
    allOf(client, filterOf(valuesIn(search))).then(
      (all) => !isGone && setFound(all),
      (error: unknown) => !isGone && setProblem(problemOf(error)),
    );
    return () => {
      isGone = true;
    };
  }, [client, search]);
  const values = valuesIn(search);
  const chosen = filterNames.filter((name) => values[name]);
  return (
    <Page title="Audit log to print" breadcrumbs={below('/administration/audit', 'Audit log')}>
      <MutationProblems problem={problem} />
      {chosen.length > 0 && <SummaryList facts={chosen.map((name) => ({ name: labels[name], value: values[name] }))} />}
      {!found && !problem && <Loading what="Loading the entries" />}
      {found && (
        <>
          <p>{counted(found.totalCount, 'entry')}</p>
          {found.entries.length < found.totalCount && (
            <p>Only the newest {found.entries.length} are here. Choose a shorter period, or export them.</p>
          )}
          <Button onClick={() => window.print()}>Print</Button>
          <AuditList entries={found.entries} empty="No entries match." />
        </>
      )}
    </Page>
  );
});

/** Page after page, up to 2,000 entries. */
async function allOf(client: ApolloClient, filter: AuditFilter): Promise<Found> {
  const entries: AuditLineFragment[] = [];
  let after: string | null = null;
  let total = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const answer: { data?: AdministrationAuditQuery } = await client.query({
      query: AdministrationAuditDocument,
      variables: { filter, first: 100, after },
      fetchPolicy: 'network-only',
    });
    if (!answer.data) break;
    const { edges, pageInfo, totalCount } = answer.data.auditEntries;
    entries.push(...edges.map(({ node }) => node));
    total = totalCount;
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
    if (!after) break;
  }
  return { entries, totalCount: total };
}
