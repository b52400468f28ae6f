/** What administrators do to accounts: roles in the network, suspension, sessions, a lost second step. Each is audited with its reason. */
import { Inject, Injectable } from '@nestjs/common';
import { keyOfRole, networkRoles, type EntityRef, type NetworkRole } from '@hub/core/contract';
import { Access, Accounts, Audit, badInput, NotFound, Sessions, type Action } from '@hub/core/server';
import { SignInFacts } from '@hub/plugins/identity/contract';
import { memberKind, Members } from '@hub/plugins/sites/contract';
import type { EntityManager } from 'typeorm';
import { GlassService } from './glass.service';
import { reasonIn } from './reasons';

export interface ManageMember {
  readonly member: EntityRef;
  readonly reason: string;
}

export interface SetNetworkRoles extends ManageMember {
  readonly roles: readonly Uppercase<NetworkRole>[];
}

interface Account {
  readonly keys: readonly string[];
  readonly suspended_at: Date | null;
}

const lastOne = 'The hub cannot be without an administrator. Make somebody else one first';

@Injectable()
export class MembersAdministration {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Members) private readonly members: Members,
    @Inject(SignInFacts) private readonly signIn: SignInFacts,
    @Inject(GlassService) private readonly glass: GlassService,
  ) {}

  /** Gives exactly these roles in the network. BAD_USER_INPUT when the hub would be left without an administrator. */
  async setNetworkRoles(action: Action, input: SetNetworkRoles): Promise<EntityRef> {
    const reason = reasonIn(input);
    const roles = networkRoles.filter((role) => input.roles.includes(role.toUpperCase() as Uppercase<NetworkRole>));
    if (!roles.includes('administrator')) await this.keepAnAdministrator(action, input.member, 'input.roles');
    const { keys } = await this.accountOf(action, input.member);
    const from = networkRoles.filter((role) => keys.includes(keyOfRole(role)));
    if (from.join() === roles.join()) return input.member;
    if (!roles.includes('administrator')) await this.glass.closeAllOf(action, input.member);
    await this.members.setNetworkRoles(action, input.member, roles, { from, reason });
    return input.member;
  }

  /** Shuts a member out: sessions end on every instance, API tokens stop. BAD_USER_INPUT for oneself and the last administrator. */
  async suspend(action: Action, input: ManageMember): Promise<EntityRef> {
    const reason = reasonIn(input);
    if (input.member === action.actor.ref)
      throw badInput('input.member', 'You cannot suspend yourself. Ask another administrator');
    await this.keepAnAdministrator(action, input.member, 'input.member');
    const { suspended_at } = await this.accountOf(action, input.member);
    if (suspended_at) return input.member;
    await this.accounts.setSuspended(action.tx, input.member, action.at);
    await this.glass.closeAllOf(action, input.member);
    const sessions = await this.sessions.endAll(action.tx, { member: input.member });
    return this.tell(action, 'member.suspended', input.member, { reason, sessions });
  }

  /** Lets a member in again. Their sessions do not come back: they sign in anew. */
  async restore(action: Action, input: ManageMember): Promise<EntityRef> {
    const reason = reasonIn(input);
    const { suspended_at } = await this.accountOf(action, input.member);
    if (!suspended_at) return input.member;
    await this.accounts.setSuspended(action.tx, input.member, null);
    return this.tell(action, 'member.restored', input.member, { reason });
  }

  /** Signs a member out everywhere. */
  async endSessions(action: Action, input: ManageMember): Promise<EntityRef> {
    const reason = reasonIn(input);
    await this.accountOf(action, input.member);
    const sessions = await this.sessions.endAll(action.tx, { member: input.member });
    return this.tell(action, 'sessions.ended-by-administrator', input.member, { reason, sessions });
  }

  /** Takes away a second step that somebody lost, and ends their sessions: whoever has the phone now is out. */
  async removeSecondFactor(action: Action, input: ManageMember): Promise<EntityRef> {
    const reason = reasonIn(input);
    await this.accountOf(action, input.member);
    if (input.member === action.actor.ref)
      throw badInput(
        'input.member',
        'Take your own second step away on your account page, or ask another administrator',
      );
    await this.signIn.removeSecondFactor(action.tx, input.member);
    const sessions = await this.sessions.endAll(action.tx, { member: input.member });
    return this.tell(action, 'second-factor.removed-by-administrator', input.member, { reason, sessions });
  }

  private async keepAnAdministrator({ tx }: Action, member: EntityRef, path: string): Promise<void> {
    if (!(await this.accounts.isLeftWithAdministrator(tx, member))) throw badInput(path, lastOne);
  }

  /** The account of a member that the actor may see, locked. NOT_FOUND otherwise. */
  private async accountOf({ tx, actor }: Action, member: EntityRef): Promise<Account> {
    await this.access.requireVisible(tx, actor, member, memberKind);
    const [account] = await (tx as EntityManager).query<Account[]>(
      'SELECT keys, suspended_at FROM core.account WHERE ref = $1 FOR UPDATE',
      [member],
    );
    if (!account) throw new NotFound();
    return account;
  }

  private async tell(
    { tx, actor }: Action,
    what: string,
    member: EntityRef,
    facts: Record<string, unknown>,
  ): Promise<EntityRef> {
    await this.audit.add(tx, { action: what, actor: actor.ref, subject: member, facts });
    return member;
  }
}
