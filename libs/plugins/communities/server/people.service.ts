/** Who belongs to communities: the one place that changes it, with the keys, the audit log and the news of it. */
import { Inject, Injectable } from '@nestjs/common';
import { keyOfGlass, type EntityRef } from '@hub/core/contract';
import { Accounts, Audit, badInput, NotFound, Outbox, type Action } from '@hub/core/server';
import {
  communityJoined,
  communityLeft,
  communityRoleChanged,
  keysOfCommunityRole,
  type CommunityRole,
} from '@hub/plugins/communities/contract';
import type { EntityManager } from 'typeorm';
import {
  CommunityInvitationRecord,
  CommunityMembershipRecord,
  CommunityRecord,
  CommunityRequestRecord,
} from './community.record';

@Injectable()
export class CommunityPeople {
  constructor(
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** The community, locked until the transaction ends: whoever changes who belongs to it waits here. Throws NOT_FOUND. */
  async locked(tx: EntityManager, ref: EntityRef): Promise<CommunityRecord> {
    const community = await tx.findOne(CommunityRecord, { where: { ref }, lock: { mode: 'pessimistic_write' } });
    if (!community) throw new NotFound();
    return community;
  }

  /** Lets somebody in; nothing changes for whoever is in. Where nobody facilitates it any more, whoever comes first does. */
  async join(action: Action, member: EntityRef, ref: EntityRef, as: CommunityRole = 'MEMBER'): Promise<void> {
    const { tx, actor, at } = action;
    await this.locked(tx, ref);
    await this.closeWaysIn(action, member, ref);
    if (await roleOf(tx, member, ref)) return;
    const role = (await isFacilitatedBeside(tx, ref, null)) ? as : 'FACILITATOR';
    await tx.insert(CommunityMembershipRecord, { communityRef: ref, memberRef: member, role, since: at });
    await this.accounts.grant(tx, member, keysOfCommunityRole(role, ref));
    await this.outbox.add(tx, { name: communityJoined.name, subject: ref, actor: actor.ref, at, facts: { member } });
    await this.note(action, communityJoined.name, ref, { member, role });
  }

  /** Makes a member facilitate it, or ends that. Throws BAD_USER_INPUT for those who are no members, and for the last one. */
  async setFacilitator(action: Action, member: EntityRef, ref: EntityRef, facilitates: boolean): Promise<void> {
    const { tx, actor, at } = action;
    const community = await this.locked(tx, ref);
    const from = await roleOf(tx, member, ref);
    const role = facilitates ? 'FACILITATOR' : 'MEMBER';
    if (from === role) return;
    if (community.careModelRef) return this.setCareModelFacilitator(action, member, ref, facilitates);
    if (!from) throw badInput('input.member', 'Only somebody who belongs to the community can facilitate it');
    if (!facilitates) await keepAFacilitator(tx, community, member);
    await tx.update(CommunityMembershipRecord, { communityRef: ref, memberRef: member }, { role });
    await this.accounts.revoke(tx, member, keysOfCommunityRole('FACILITATOR', ref));
    await this.accounts.grant(tx, member, keysOfCommunityRole(role, ref));
    const facts = { member, facilitates };
    await this.outbox.add(tx, { name: communityRoleChanged.name, subject: ref, actor: actor.ref, at, facts });
    await this.note(action, communityRoleChanged.name, ref, facts);
  }

  /** Ends a membership, and at once sight of what only members see. Throws NOT_FOUND, or BAD_USER_INPUT for the last facilitator. */
  async leave(action: Action, member: EntityRef, ref: EntityRef): Promise<CommunityRecord> {
    const community = await this.locked(action.tx, ref);
    if (!(await roleOf(action.tx, member, ref))) throw new NotFound();
    await keepAFacilitator(action.tx, community, member);
    await this.end(action, member, ref);
    return community;
  }

  /** Ends every membership of somebody who goes for good. What they alone facilitated is handed to whoever belongs to it longest. */
  async leaveAll(action: Action, member: EntityRef): Promise<void> {
    const { tx } = action;
    const memberships = await tx.find(CommunityMembershipRecord, {
      where: { memberRef: member },
      order: { communityRef: 'ASC' },
    });
    for (const { communityRef: ref, role } of memberships) {
      const { careModelRef } = await this.locked(tx, ref);
      if (role === 'FACILITATOR' && !careModelRef && !(await isFacilitatedBeside(tx, ref, member))) {
        const heir = await longestMember(tx, ref, member);
        if (heir) await this.setFacilitator(action, heir, ref, true);
      }
      await this.end(action, member, ref);
    }
  }

  /** Whoever facilitates a care model's community is in it for that alone: everybody belongs. */
  private async setCareModelFacilitator(
    action: Action,
    member: EntityRef,
    ref: EntityRef,
    facilitates: boolean,
  ): Promise<void> {
    if (facilitates) return this.join(action, member, ref, 'FACILITATOR');
    if (await roleOf(action.tx, member, ref)) await this.end(action, member, ref);
  }

  private async end(action: Action, member: EntityRef, ref: EntityRef): Promise<void> {
    const { tx, actor, at } = action;
    await tx.delete(CommunityMembershipRecord, { communityRef: ref, memberRef: member });
    await this.accounts.revoke(tx, member, keysOfCommunityRole('FACILITATOR', ref));
    await this.outbox.add(tx, { name: communityLeft.name, subject: ref, actor: actor.ref, at, facts: { member } });
    await this.note(action, communityLeft.name, ref, { member });
  }

  /** What somebody asked, or was asked, needs no answer once they are in. */
  private async closeWaysIn({ tx, at }: Action, member: EntityRef, ref: EntityRef): Promise<void> {
    await tx.update(
      CommunityRequestRecord,
      { communityRef: ref, memberRef: member, state: 'OPEN' },
      { state: 'WITHDRAWN', answeredAt: at },
    );
    const { affected } = await tx.delete(CommunityInvitationRecord, { communityRef: ref, memberRef: member });
    if (affected) await this.accounts.revoke(tx, member, [keyOfGlass(ref)]);
  }

  private async note({ tx, actor }: Action, action: string, subject: EntityRef, facts: object): Promise<void> {
    await this.audit.add(tx, { action, actor: actor.ref, subject, facts: { ...facts } });
  }
}

/** Somebody's role in a community; null when they do not belong to it. */
export async function roleOf(
  tx: EntityManager,
  member: EntityRef,
  community: EntityRef,
): Promise<CommunityRole | null> {
  const found = await tx.findOneBy(CommunityMembershipRecord, { communityRef: community, memberRef: member });
  return found?.role ?? null;
}

/** Those who facilitate it now, in the order of their references. */
export async function facilitatorsOf(tx: Pick<EntityManager, 'query'>, community: EntityRef): Promise<EntityRef[]> {
  const rows: { ref: EntityRef }[] = await tx.query(
    `SELECT member_ref AS ref FROM communities.membership WHERE community_ref = $1 AND role = 'FACILITATOR' ORDER BY member_ref`,
    [community],
  );
  return rows.map(({ ref }) => ref);
}

async function isFacilitatedBeside(tx: EntityManager, ref: EntityRef, member: EntityRef | null): Promise<boolean> {
  return (await facilitatorsOf(tx, ref)).some((facilitator) => facilitator !== member);
}

/** A community is never left without a facilitator; those of care models have the network's. */
async function keepAFacilitator(tx: EntityManager, { ref, careModelRef }: CommunityRecord, member: EntityRef) {
  if (careModelRef || (await isFacilitatedBeside(tx, ref, member))) return;
  throw badInput(
    'input.member',
    'A community cannot be without a facilitator. Make somebody else its facilitator first',
  );
}

async function longestMember(tx: EntityManager, ref: EntityRef, beside: EntityRef): Promise<EntityRef | null> {
  const rows: { ref: EntityRef }[] = await tx.query(
    'SELECT member_ref AS ref FROM communities.membership WHERE community_ref = $1 AND member_ref <> $2 ORDER BY since, member_ref LIMIT 1',
    [ref, beside],
  );
  return rows[0]?.ref ?? null;
}
