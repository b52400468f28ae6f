/** Once a day: invitations that have ended go, with the address that they were sent to. Who joined stays in the audit log. */
import { Injectable } from '@nestjs/common';
import type { DueWork, ScheduledWork } from '@hub/core/server';

/** How long an invitation that opens nothing any more is still shown to the leads, who see who took it and may send others again. */
export const keptDays = 30;

@Injectable()
export class ForgetInvitations implements ScheduledWork {
  async run({ tx, at }: DueWork): Promise<void> {
    await tx.query(
      `DELETE FROM membership.invitation
       WHERE coalesce(accepted_at, least(expires_at, revoked_at)) < $1::timestamptz - $2 * interval '1 day'`,
      [at, keptDays],
    );
  }
}
