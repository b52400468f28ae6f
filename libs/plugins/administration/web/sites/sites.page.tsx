/** Sites as administrators see them: who leads them, how many belong to them. */
import { Link, useLocation } from 'react-router';
import { EntityLink, Page, usePageQuery } from '@hub/core/web';
import { counted, Pager } from '@hub/ui';
import { AdministrationSitesDocument } from '../administration.generated';
import { fromTasks } from '../parts/crumbs';
import { forAdministrators } from '../parts/for-administrators';
import { Table } from '../parts/table';

export default forAdministrators(function AdministeredSitesPage() {
  const after = new URLSearchParams(useLocation().search).get('after');
  const { data } = usePageQuery(AdministrationSitesDocument, { after });
  const { totalCount, edges, pageInfo } = data.managedSites;
  return (
    <Page title="Sites" caption="Administration" breadcrumbs={fromTasks} wide>
      <p>{counted(totalCount, 'site')}. What a site shows and who belongs to it is said by those who lead it.</p>
      <Table
        caption="Sites"
        headings={['Site', 'Leads', 'Members', 'Listed by search engines', 'Audit log']}
        rows={edges.map(({ node: { id, site, leads, members, isIndexable } }) => ({
          key: id,
          cells: [
            <EntityLink reference={id}>{site.name}</EntityLink>,
            leads === 0 ? 'None: nobody can let people in' : leads,
            members,
            isIndexable ? 'Yes' : 'No',
            <Link to={`/administration/audit?about=${encodeURIComponent(id)}`}>Entries about {site.name}</Link>,
          ],
        }))}
      />
      <Pager pageInfo={pageInfo} what="sites" words={{ next: 'Next', previous: 'Previous' }} />
    </Page>
  );
});
