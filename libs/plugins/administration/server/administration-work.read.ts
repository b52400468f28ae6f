/** What waits for an administrator, counted. */
import { keyOfRole } from '@hub/core/contract';
import { readModel, sql } from '@hub/core/server';
import { forAdministrators } from './administrators-only';

const count = (from: string) => sql(() => `SELECT count(*)::int FROM ${from}`);

/** One row: that of the administrator who asks. */
export const administrationWorkRead = readModel({
  type: 'AdministrationWork',
  source: 'core.account',
  always: forAdministrators,
  fields: {
    suspendedMembers: count('core.account WHERE suspended_at IS NOT NULL'),
    administrators: count(`core.account WHERE suspended_at IS NULL AND '${keyOfRole('administrator')}' = ANY(keys)`),
    failedLetters: count('core.mail WHERE failed_at IS NOT NULL'),
    waitingLetters: count('core.mail WHERE sent_at IS NULL AND failed_at IS NULL'),
    parkedDeliveries: count('core.delivery WHERE parked_at IS NOT NULL AND done_at IS NULL'),
    openGlasses: count('administration.broken_glass WHERE until > now()'),
  },
});
