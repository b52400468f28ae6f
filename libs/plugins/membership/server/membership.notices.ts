/** Who hears what of the way into a site: its leads of requests, and each person of what was decided about them. */
import { Injectable } from '@nestjs/common';
import type { DomainEvent, EntityRef, Transaction } from '@hub/core/contract';
import { invitationAccepted, joinAnswered, joinAsked, proposalAnswered } from '@hub/plugins/membership/contract';
import { memberLeft, memberRoleChanged } from '@hub/plugins/sites/contract';
import type { NoticeFacts, NoticeSource } from '@hub/plugins/subscriptions/contract';
import { leadsOf } from './letters.service';

/** Told to these people and to nobody else: memberships are no news to followers. */
function toldTo(members: readonly EntityRef[], subject: EntityRef, because: string): NoticeFacts {
  return {
    subject,
    happened: because,
    news: 'reply',
    circles: [],
    addressees: members.map((member) => ({ member, because })),
  };
}

@Injectable()
export class JoinAskedNotice implements NoticeSource {
  readonly event = joinAsked.name;

  async read({ subject, facts }: DomainEvent, tx: Transaction): Promise<NoticeFacts | null> {
    const open = (await tx.query(`SELECT 1 FROM membership.join_request WHERE id = $1 AND state = 'OPEN'`, [
      facts.request,
    ])) as unknown[];
    return open.length > 0 ? toldTo(await leadsOf(tx, subject), subject, 'asks to join a site that you lead') : null;
  }
}

@Injectable()
export class JoinAnsweredNotice implements NoticeSource {
  readonly event = joinAnswered.name;

  read({ subject, facts }: DomainEvent): Promise<NoticeFacts> {
    const because = facts.approved === true ? 'said yes to your request to join' : 'declined your request to join';
    return Promise.resolve(toldTo([String(facts.member)], subject, because));
  }
}

@Injectable()
export class InvitationAcceptedNotice implements NoticeSource {
  readonly event = invitationAccepted.name;

  read({ subject, facts }: DomainEvent): Promise<NoticeFacts> {
    return Promise.resolve(toldTo([String(facts.invitedBy)], subject, 'accepted your invitation'));
  }
}

@Injectable()
export class ProposalAnsweredNotice implements NoticeSource {
  readonly event = proposalAnswered.name;

  read({ subject, facts }: DomainEvent): Promise<NoticeFacts> {
    const because =
      facts.approved === true ? 'opened the site that you proposed' : 'declined the site that you proposed';
    return Promise.resolve(toldTo([String(facts.member)], subject, because));
  }
}

@Injectable()
export class RoleChangedNotice implements NoticeSource {
  readonly event = memberRoleChanged.name;

  read({ subject, facts }: DomainEvent): Promise<NoticeFacts> {
    return Promise.resolve(toldTo([String(facts.member)], subject, 'changed your role at a site'));
  }
}

/** Whoever leaves by themselves knows: nobody hears of what they did. */
@Injectable()
export class RemovedNotice implements NoticeSource {
  readonly event = memberLeft.name;

  read({ subject, facts }: DomainEvent): Promise<NoticeFacts> {
    return Promise.resolve(toldTo([String(facts.member)], subject, 'ended your membership of a site'));
  }
}

export const membershipNotices = [
  JoinAskedNotice,
  JoinAnsweredNotice,
  InvitationAcceptedNotice,
  ProposalAnsweredNotice,
  RoleChangedNotice,
  RemovedNotice,
];
