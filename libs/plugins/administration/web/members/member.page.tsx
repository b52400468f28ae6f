/** One member's account: what is so, and a link for each thing that can be changed. */
import { Link, useParams } from 'react-router';
import { EntityLink, NotFound, Page, usePageQuery } from '@hub/core/web';
import { memberRef } from '@hub/plugins/sites/contract';
import { formatDateTime, SummaryList, type Fact } from '@hub/ui';
import { below } from '../parts/crumbs';
import { Done } from '../parts/done';
import { forAdministrators } from '../parts/for-administrators';
import { roleName } from './member-table';
import { AdministrationMemberDocument, type AdministrationMemberQuery } from './members.generated';

const crumbs = below('/administration/members', 'Members');

export default forAdministrators(function MemberPage() {
  const { name = '' } = useParams();
  const { data } = usePageQuery(AdministrationMemberDocument, { member: memberRef(name) });
  const { managedMember: managed } = data;
  if (!managed) return <NotFound />;
  return (
    <Page title={managed.displayName} caption="Account" breadcrumbs={crumbs}>
      <Done />
      <SummaryList facts={factsOf(data, `/administration/members/${name}`)} />
      <p>
        <EntityLink reference={managed.id}>What others see of {managed.displayName}</EntityLink>
      </p>
      <p>
        <Link to={`/administration/audit?who=${encodeURIComponent(managed.id)}`}>What they did, in the audit log</Link>
      </p>
      <p>
        <Link to={`/administration/audit?about=${encodeURIComponent(managed.id)}`}>
          What was done to their account, in the audit log
        </Link>
      </p>
    </Page>
  );
});

function factsOf({ managedMember: managed, memberAccess: access }: AdministrationMemberQuery, page: string): Fact[] {
  if (!managed || !access) return [];
  const link = (change: string, words?: string) => ({ to: `${page}/${change}`, words });
  const running = managed.sessionsRunning;
  return [
    {
      name: 'Account',
      value: stateOf(managed),
      change: managed.suspendedAt ? link('restore', 'Restore') : link('suspend', 'Suspend'),
    },
    {
      name: 'Roles in the network',
      value: managed.member.networkRoles.map(roleName).join(', ') || 'None',
      change: link('roles'),
    },
    { name: 'Roles at sites', value: access.sites.length ? lines(access.sites) : 'None' },
    { name: 'E-mail address', value: access.email ?? 'None: a member of the demonstration' },
    { name: 'Signs in by', value: access.ways.length ? lines(access.ways) : 'The list of the demonstration' },
    {
      name: 'Second step',
      value: access.hasSecondFactor ? 'On' : 'Off',
      ...(access.hasSecondFactor && { change: link('second-step', 'Take away') }),
    },
    {
      name: 'Signed in',
      value: running ? `At ${running} ${running === 1 ? 'place' : 'places'}` : 'Nowhere',
      ...(running > 0 && { change: link('sessions', 'End all') }),
    },
    { name: 'API tokens', value: String(managed.apiTokens) },
    { name: 'Last seen', value: managed.lastSeenAt ? formatDateTime(managed.lastSeenAt) : 'Never' },
    { name: 'Joined', value: formatDateTime(managed.joinedAt) },
  ];
}

function stateOf({ suspendedAt, suspendedBecause }: NonNullable<AdministrationMemberQuery['managedMember']>): string {
  if (!suspendedAt) return 'Open';
  return `Suspended since ${formatDateTime(suspendedAt)}${suspendedBecause ? `: ${suspendedBecause}` : ''}`;
}

function lines(texts: readonly string[]) {
  return texts.map((text) => <div key={text}>{text}</div>);
}
