/** What communities keep of a person: for their export, and for the day they ask to be erased. */
import { Inject, Injectable } from '@nestjs/common';
import type { Acting, EntityRef, Transaction } from '@hub/core/contract';
import { refSeenBySql, type Action } from '@hub/core/server';
import type { PersonalData } from '@hub/plugins/identity/contract';
import { CommunityPeople } from './people.service';

@Injectable()
export class CommunitiesPersonalData implements PersonalData {
  readonly name = 'communities';

  constructor(@Inject(CommunityPeople) private readonly people: CommunityPeople) {}

  /** A community that they can no longer see is not named. */
  async export(tx: Transaction, member: EntityRef): Promise<unknown> {
    const community = `${refSeenBySql('r.community_ref', '$1')} AS community`;
    return {
      communities: await tx.query(
        `SELECT r.community_ref AS community, r.role, r.since FROM communities.membership r WHERE r.member_ref = $1 ORDER BY r.since, r.community_ref`,
        [member],
      ),
      requestsToJoinCommunities: await tx.query(
        `SELECT ${community}, r.words, r.state, r.answer, r.asked_at AS "askedAt" FROM communities.request r WHERE r.member_ref = $1 ORDER BY r.asked_at`,
        [member],
      ),
      invitationsToCommunities: await tx.query(
        `SELECT ${community}, r.invited_at AS "invitedAt" FROM communities.invitation r WHERE r.member_ref = $1 ORDER BY r.invited_at`,
        [member],
      ),
    };
  }

  async erase(acting: Acting, member: EntityRef): Promise<void> {
    await this.people.leaveAll(acting as Action, member);
    await acting.tx.query('DELETE FROM communities.request WHERE member_ref = $1', [member]);
    await acting.tx.query('DELETE FROM communities.invitation WHERE member_ref = $1 OR invited_by = $1', [member]);
  }
}
