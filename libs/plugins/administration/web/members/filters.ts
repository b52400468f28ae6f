/** How members are filtered and sorted: all of it in the address, all of it done by the hub. */
import type { ManagedMemberFilter, ManagedMemberOrder } from '@hub/graphql';
import { chosenFilters, type Filter } from '@hub/ui';
import type { NetworkRole } from '@hub/graphql';

export const memberFilters: readonly Filter[] = [
  {
    name: 'role',
    label: 'Role',
    choices: [
      { value: 'ADMINISTRATOR', label: 'Administrators' },
      { value: 'MODERATOR', label: 'Moderators' },
      { value: 'FACILITATOR', label: 'Facilitators' },
      { value: 'LEAD', label: 'Leads of a site' },
    ],
  },
  { name: 'state', label: 'Account', choices: [{ value: 'suspended', label: 'Suspended' }] },
];

const orders: readonly ManagedMemberOrder[] = ['NAME', 'NAME_BACKWARDS', 'LAST_SEEN', 'LONGEST_UNSEEN'];

export interface AskedFor {
  readonly filter: ManagedMemberFilter;
  readonly orderBy: ManagedMemberOrder;
}

/** What an address asks for. Of several network roles the first counts. */
export function askedFor(search: string): AskedFor {
  const params = new URLSearchParams(search);
  const { role = [], state = [] } = chosenFilters(memberFilters, search);
  const networkRole = role.find((each) => each !== 'LEAD') as NetworkRole | undefined;
  const sort = orders.find((order) => order === params.get('sort'));
  return {
    filter: {
      name: params.get('text') || null,
      role: networkRole ?? null,
      leads: role.includes('LEAD') ? true : null,
      suspended: state.includes('suspended') ? true : null,
    },
    orderBy: sort ?? 'NAME',
  };
}

/** The same address in another order, from the first page on. */
export function sortedBy(search: string, order: ManagedMemberOrder): string {
  const params = new URLSearchParams(search);
  params.delete('after');
  params.delete('before');
  params.set('sort', order);
  return `?${params.toString()}`;
}
