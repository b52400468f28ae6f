/** What membership keeps of a person: for their export, and for the day they ask to be erased. */
import { Inject, Injectable } from '@nestjs/common';
import type { Acting, EntityRef, Transaction } from '@hub/core/contract';
import { People, type PersonalData } from '@hub/plugins/identity/contract';

@Injectable()
export class MembershipData implements PersonalData {
  readonly name = 'membership';

  constructor(@Inject(People) private readonly people: People) {}

  async export(tx: Transaction, member: EntityRef): Promise<unknown> {
    return {
      invitationsAccepted: await tx.query(
        `SELECT site_ref AS site, role, accepted_at AS "acceptedAt" FROM membership.invitation WHERE accepted_by = $1 ORDER BY accepted_at`,
        [member],
      ),
      invitationsSent: await tx.query(
        `SELECT site_ref AS site, role, email, invited_at AS "invitedAt" FROM membership.invitation WHERE invited_by = $1 ORDER BY invited_at`,
        [member],
      ),
      requestsToJoin: await tx.query(
        `SELECT site_ref AS site, words, state, answer, asked_at AS "askedAt" FROM membership.join_request WHERE member_ref = $1 ORDER BY asked_at`,
        [member],
      ),
      proposedSites: await tx.query(
        `SELECT name, region, why, state, answer, proposed_at AS "proposedAt" FROM membership.site_proposal WHERE proposed_by = $1 ORDER BY proposed_at`,
        [member],
      ),
    };
  }

  /** Sites that were opened keep the record of who proposed them, without what they wrote. */
  async erase({ tx }: Acting, member: EntityRef): Promise<void> {
    const email = await this.people.emailOf(tx, member);
    await tx.query('DELETE FROM membership.invitation WHERE accepted_by = $1 OR email = $2', [member, email]);
    await tx.query(
      'UPDATE membership.invitation SET revoked_at = now() WHERE invited_by = $1 AND accepted_at IS NULL AND revoked_at IS NULL',
      [member],
    );
    await tx.query('DELETE FROM membership.join_request WHERE member_ref = $1', [member]);
    await tx.query(`DELETE FROM membership.site_proposal WHERE proposed_by = $1 AND state <> 'APPROVED'`, [member]);
    await tx.query(`UPDATE membership.site_proposal SET why = '' WHERE proposed_by = $1`, [member]);
  }
}
