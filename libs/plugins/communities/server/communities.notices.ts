/** Who hears what of the ways into a community and out of it: its facilitators of requests, and each person of what was decided about them. */
import { Injectable } from '@nestjs/common';
import type { DomainEvent, EntityRef } from '@hub/core/contract';
import {
  communityAnswered,
  communityAsked,
  communityInvited,
  communityLeft,
  communityRoleChanged,
} from '@hub/plugins/communities/contract';
import type { NoticeFacts, NoticeSource } from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';
import { facilitatorsOf } from './people.service';

/** Told to these people and to nobody else: memberships are no news to followers. */
function toldTo(members: readonly EntityRef[], subject: EntityRef, because: string): NoticeFacts {
  return {
    ...{ subject, happened: because, news: 'reply', circles: [] },
    addressees: members.map((member) => ({ member, because })),
  };
}

@Injectable()
export class CommunityAskedNotice implements NoticeSource {
  readonly event = communityAsked.name;

  async read({ subject, facts }: DomainEvent, tx: EntityManager): Promise<NoticeFacts | null> {
    const open: unknown[] = await tx.query(`SELECT 1 FROM communities.request WHERE id = $1 AND state = 'OPEN'`, [
      facts.request,
    ]);
    if (open.length === 0) return null;
    return toldTo(await facilitatorsOf(tx, subject), subject, 'asks to join a community that you facilitate');
  }
}

@Injectable()
export class CommunityAnsweredNotice implements NoticeSource {
  readonly event = communityAnswered.name;

  read({ subject, facts }: DomainEvent): Promise<NoticeFacts> {
    const because =
      facts.approved === true ? 'said yes to your request to join' : 'declined your request to join a community';
    return Promise.resolve(toldTo([String(facts.member)], subject, because));
  }
}

@Injectable()
export class CommunityInvitedNotice implements NoticeSource {
  readonly event = communityInvited.name;

  async read({ subject, facts }: DomainEvent, tx: EntityManager): Promise<NoticeFacts | null> {
    const open: unknown[] = await tx.query('SELECT 1 FROM communities.invitation WHERE id = $1', [facts.invitation]);
    return open.length > 0 ? toldTo([String(facts.member)], subject, 'invites you to a community') : null;
  }
}

@Injectable()
export class CommunityRoleNotice implements NoticeSource {
  readonly event = communityRoleChanged.name;

  read({ subject, facts }: DomainEvent): Promise<NoticeFacts> {
    const because =
      facts.facilitates === true ? 'made you a facilitator of a community' : 'ended your facilitating a community';
    return Promise.resolve(toldTo([String(facts.member)], subject, because));
  }
}

/** About themselves, because they may not be able to see the community any more. Whoever leaves by themselves knows. */
@Injectable()
export class CommunityLeftNotice implements NoticeSource {
  readonly event = communityLeft.name;

  read({ facts }: DomainEvent): Promise<NoticeFacts> {
    const member = String(facts.member);
    return Promise.resolve(toldTo([member], member, 'ended your membership of a community'));
  }
}

export const communityNotices = [
  CommunityAskedNotice,
  CommunityAnsweredNotice,
  CommunityInvitedNotice,
  CommunityRoleNotice,
  CommunityLeftNotice,
];
