/** Members: find one by name or exact e-mail address. */
import { useLocation } from 'react-router';
import { Page, usePageQuery } from '@hub/core/web';
import { counted, EmptyState, FilterPanel, Pager, WordsFilter } from '@hub/ui';
import { fromTasks } from '../parts/crumbs';
import { forAdministrators } from '../parts/for-administrators';
import { EmailMatch } from './email-match';
import { askedFor, memberFilters } from './filters';
import { MemberTable } from './member-table';
import { AdministrationMembersDocument } from './members.generated';

export default forAdministrators(function MembersPage() {
  const { search } = useLocation();
  const params = new URLSearchParams(search);
  const words = params.get('text') ?? '';
  return (
    <Page title="Members" breadcrumbs={fromTasks} wide>
      <WordsFilter label="Words of the name, or an exact e-mail address" />
      <FilterPanel filters={memberFilters} />
      {words.includes('@') ? <EmailMatch email={words} /> : <MemberList search={search} />}
    </Page>
  );
});

function MemberList({ search }: { readonly search: string }) {
  const params = new URLSearchParams(search);
  const [after, before] = [params.get('after'), params.get('before')];
  const size = before ? { first: null, last: 20 } : { first: 20, last: null };
  const question = askedFor(search);
  const { data } = usePageQuery(AdministrationMembersDocument, { ...question, ...size, after, before });
  const { totalCount, edges, pageInfo } = data.managedMembers;
  return (
    <>
      <p aria-live="polite">{counted(totalCount, 'member')}</p>
      {totalCount === 0 ? (
        <EmptyState>
          <p>No members match. Remove a filter or use other words.</p>
        </EmptyState>
      ) : (
        <MemberTable members={edges.map(({ node }) => node)} orderBy={question.orderBy} />
      )}
      <Pager pageInfo={pageInfo} what="members" canGoBack words={{ next: 'Next', previous: 'Previous' }} />
    </>
  );
}
