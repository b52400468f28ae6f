/** Inviting members of the hub to a community: they see what it is called and for, and say yes or no. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { keyOfFacilitators, keyOfGlass, rowIdOf, type EntityRef } from '@hub/core/contract';
import { Access, Accounts, Audit, badInput, Conflict, NotFound, Outbox, type Action } from '@hub/core/server';
import { communityInvited, invitationPrefix } from '@hub/plugins/communities/contract';
import { memberKind } from '@hub/plugins/sites/contract';
import { CommunityInvitationRecord } from './community.record';
import { CommunityPeople, roleOf } from './people.service';

@Injectable()
export class CommunityInvitations {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(CommunityPeople) private readonly people: CommunityPeople,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Invites somebody, who from now on sees its card. BAD_USER_INPUT for its members, CONFLICT while an earlier one is open. */
  async invite(action: Action, input: { community: EntityRef; member: EntityRef }): Promise<string> {
    const { tx, actor, at } = action;
    const { ref, careModelRef } = await this.people.locked(tx, input.community);
    if (careModelRef) throw badInput('input.community', 'Everybody belongs to the community of a care model');
    const member = await this.access.requireVisible(tx, actor, input.member, memberKind);
    if (await roleOf(tx, member, ref)) throw badInput('input.member', 'They belong to this community already');
    const rows: { id: string }[] = await tx.query(
      `INSERT INTO communities.invitation (id, community_ref, member_ref, invited_by, invited_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING id`,
      [randomUUID(), ref, member, actor.ref, at],
    );
    const [made] = rows;
    if (!made) throw new Conflict('They are invited already, and have not answered yet');
    await this.accounts.grant(tx, member, [keyOfGlass(ref)]);
    const facts = { invitation: made.id, member };
    await this.outbox.add(tx, { name: communityInvited.name, subject: ref, actor: actor.ref, at, facts });
    await this.note(action, communityInvited.name, { communityRef: ref, memberRef: member });
    return `${invitationPrefix}:${made.id}`;
  }

  /** Says yes: whoever was invited is in. Throws NOT_FOUND for everybody else. */
  async accept(action: Action, id: string): Promise<EntityRef> {
    const invitation = await this.own(action, id);
    await this.people.join(action, invitation.memberRef, invitation.communityRef);
    return invitation.communityRef;
  }

  /** Says no: a private one is out of sight again. Throws NOT_FOUND for everybody else. */
  async decline(action: Action, id: string): Promise<EntityRef> {
    return this.end(action, await this.own(action, id), 'community.invitation-declined');
  }

  /** Takes it back. Throws NOT_FOUND for those who do not facilitate the community. */
  async revoke(action: Action, id: string): Promise<EntityRef> {
    const invitation = await this.locked(action, id, ({ communityRef }) =>
      action.actor.keys.includes(keyOfFacilitators(communityRef)),
    );
    return this.end(action, invitation, 'community.invitation-revoked');
  }

  private async end(action: Action, invitation: CommunityInvitationRecord, name: string): Promise<EntityRef> {
    const { id, communityRef, memberRef } = invitation;
    await action.tx.delete(CommunityInvitationRecord, { id });
    await this.accounts.revoke(action.tx, memberRef, [keyOfGlass(communityRef)]);
    await this.note(action, name, invitation);
    return communityRef;
  }

  private own(action: Action, id: string): Promise<CommunityInvitationRecord> {
    return this.locked(action, id, ({ memberRef }) => memberRef === action.actor.ref);
  }

  private async locked(
    { tx }: Action,
    id: string,
    isTheirs: (invitation: CommunityInvitationRecord) => boolean,
  ): Promise<CommunityInvitationRecord> {
    const uuid = rowIdOf(invitationPrefix, id);
    const found = uuid && (await tx.findOneBy(CommunityInvitationRecord, { id: uuid }));
    if (!found || !isTheirs(found)) throw new NotFound();
    await this.people.locked(tx, found.communityRef);
    const still = await tx.findOneBy(CommunityInvitationRecord, { id: found.id });
    if (!still) throw new NotFound();
    return still;
  }

  private async note(
    { tx, actor }: Action,
    action: string,
    { communityRef, memberRef }: Pick<CommunityInvitationRecord, 'communityRef' | 'memberRef'>,
  ): Promise<void> {
    await this.audit.add(tx, { action, actor: actor.ref, subject: communityRef, facts: { member: memberRef } });
  }
}
