/** Who may administer the hub: administrators, and only with a second step proved in the last hour. */
import { permission, roleInTheNetwork } from '@hub/core/server';

const administrators = roleInTheNetwork('administrator');
const proved = { secondFactor: true } as const;

export const readAdministration = permission(
  'administration.read',
  administrators,
  'Only an administrator of the hub can see this',
  proved,
);
export const manageMembers = permission(
  'administration.manage-members',
  administrators,
  'Only an administrator of the hub can change accounts and roles in the network',
  proved,
);
export const manageDomains = permission(
  'administration.manage-domains',
  administrators,
  'Only an administrator of the hub can say whose addresses may sign in',
  proved,
);
export const exportRecords = permission(
  'administration.export',
  administrators,
  'Only an administrator of the hub can check and export its records',
  proved,
);
export const manageMail = permission(
  'administration.manage-mail',
  administrators,
  'Only an administrator of the hub can look after its mail',
  proved,
);
export const manageDeliveries = permission(
  'administration.manage-deliveries',
  administrators,
  'Only an administrator of the hub can try again what failed',
  proved,
);
export const breakTheGlass = permission(
  'administration.break-glass',
  administrators,
  'Only an administrator of the hub can break the glass',
  proved,
);
export const manageRecords = permission(
  'administration.manage-records',
  administrators,
  'Only an administrator of the hub can hold records',
  proved,
);

export const administrationPolicy = [
  readAdministration,
  manageMembers,
  manageDomains,
  exportRecords,
  manageMail,
  manageDeliveries,
  breakTheGlass,
  manageRecords,
];
