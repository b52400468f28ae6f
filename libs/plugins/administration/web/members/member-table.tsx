/** Members as a table, sorted by the hub: the headings are buttons that say how. */
import { useLocation, useNavigate } from 'react-router';
import { Link } from 'react-router';
import { nameOf } from '@hub/core/contract';
import type { ManagedMemberOrder } from '@hub/graphql';
import { formatDate, Hidden, PlainTag } from '@hub/ui';
import { networkRoleFacts } from '@hub/plugins/administration/contract';
import { Table, type SortableHeading } from '../parts/table';
import type { AdministrationMembersQuery } from './members.generated';
import { sortedBy } from './filters';

type Member = AdministrationMembersQuery['managedMembers']['edges'][number]['node'];

export function MemberTable({
  members,
  orderBy,
}: {
  readonly members: readonly Member[];
  readonly orderBy: ManagedMemberOrder;
}) {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const heading = (label: string, up: ManagedMemberOrder, down: ManagedMemberOrder): SortableHeading => ({
    label,
    sorted: directionOf(orderBy, up, down),
    onSort: () => void navigate(`${pathname}${sortedBy(search, orderBy === up ? down : up)}`),
  });
  return (
    <Table
      caption="Members"
      headings={[
        heading('Name', 'NAME', 'NAME_BACKWARDS'),
        'Roles in the network',
        'Sites',
        heading('Last seen', 'LONGEST_UNSEEN', 'LAST_SEEN'),
      ]}
      rows={members.map((member) => ({ key: member.id, cells: cellsOf(member) }))}
    />
  );
}

function directionOf(now: ManagedMemberOrder, up: ManagedMemberOrder, down: ManagedMemberOrder) {
  if (now === up) return 'ascending';
  return now === down ? 'descending' : 'none';
}

function cellsOf({ id, displayName, suspendedAt, lastSeenAt, member }: Member) {
  return [
    <>
      <Link to={`/administration/members/${nameOf(id)}`}>
        <Hidden>Account of </Hidden>
        {displayName}
      </Link>{' '}
      {suspendedAt && <PlainTag words="Suspended" />}
    </>,
    member.networkRoles.map((role) => roleName(role)).join(', ') || 'None',
    member.sites.map(({ name }) => name).join(', ') || 'None',
    lastSeenAt ? formatDate(lastSeenAt) : 'Never',
  ];
}

/** A network role's name, as people say it. */
export function roleName(role: Member['member']['networkRoles'][number]): string {
  return networkRoleFacts[role.toLowerCase() as Lowercase<typeof role>].name;
}
