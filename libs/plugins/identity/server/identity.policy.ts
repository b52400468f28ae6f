/** What of one's own account asks for a second step proved in the last hour. */
import { anyoneSignedIn, permission } from '@hub/core/server';

export const renewRecoveryCodes = permission(
  'identity.renew-recovery-codes',
  anyoneSignedIn,
  'Sign in to make new recovery codes',
  { secondFactor: true },
);

export const identityPermissions = [renewRecoveryCodes];
