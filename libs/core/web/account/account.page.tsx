/** The member's own page: who the hub thinks they are, and the way to what they can set. */
import { RowList, SummaryList } from '@hub/ui';
import { useViewer, type ViewerMember } from '../auth/viewer';
import { EntityLink } from '../plugin/links';
import { useRegistry } from '../plugin/registry-context';
import { Page } from '../shell/page';
import { PartBoundary } from '../slots/part-boundary';

export default function AccountPage() {
  const viewer = useViewer();
  const { accountLinks, accountSections } = useRegistry();
  if (!viewer) return null;
  const facts = [
    { name: 'Name', value: <EntityLink reference={viewer.id}>{viewer.displayName}</EntityLink> },
    { name: viewer.sites.length === 1 ? 'Site' : 'Sites', value: sitesOf(viewer) },
  ];
  const rows = accountLinks.map(({ id, to, label, about }) => ({ id, to, title: label, meta: about }));
  return (
    <Page title="Your account" breadcrumbs={[{ to: '/', label: 'Home' }]}>
      <SummaryList facts={facts} />
      {accountSections.map(({ id, component: Section }) => (
        <PartBoundary key={id} what="this part of your account">
          <Section />
        </PartBoundary>
      ))}
      {rows.length > 0 && <RowList rows={rows} headingLevel={2} />}
    </Page>
  );
}

function sitesOf({ sites }: ViewerMember) {
  if (sites.length === 0) return null;
  return sites.map(({ id, name }) => (
    <div key={id}>
      <EntityLink reference={id}>{name}</EntityLink>
    </div>
  ));
}
