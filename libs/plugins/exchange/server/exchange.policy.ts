/** Who may take in what another hub gives: administrators, with a second step proved in the last hour. */
import { permission, roleInTheNetwork } from '@hub/core/server';

export const importFamilies = permission(
  'exchange.import',
  roleInTheNetwork('administrator'),
  'Only an administrator of the hub can import a family',
  { secondFactor: true },
);
