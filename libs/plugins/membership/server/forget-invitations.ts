/** Once a day: invitations that nobody took go, with the address that they were sent to. */
import { Injectable } from '@nestjs/common';
import type { DueWork, ScheduledWork } from '@hub/core/server';

/** How long an invitation that opens nothing any more is still shown to the leads, who may send it again. */
export const keptDays = 30;

@Injectable()
export class ForgetInvitations implements ScheduledWork {
  async run({ tx, at }: DueWork): Promise<void> {
    await tx.query(
      `DELETE FROM membership.invitation
       WHERE accepted_at IS NULL AND least(expires_at, revoked_at) < $1::timestamptz - $2 * interval '1 day'`,
      [at, keptDays],
    );
  }
}
