/** The last part of every way to sign in: somebody has shown who they are, and gets a session. */
import { Inject, Injectable } from '@nestjs/common';
import { keyOfRole, networkRoles, type EntityRef } from '@hub/core/contract';
import { actionOf, Audit, Outbox, Sessions, Unauthenticated, type NewSession } from '@hub/core/server';
import { personSignedInFirst } from '@hub/plugins/identity/contract';
import { Members } from '@hub/plugins/sites/contract';
import type { EntityManager } from 'typeorm';
import { SecondFactors } from './second-factor/second-factor.service';
import type { Visit } from './visit';

/** Shown who they are, and how. */
export interface Proven extends Pick<NewSession, 'provider' | 'hasSecondFactor'> {
  readonly member: EntityRef;
  readonly way: 'code' | 'oidc';
  /** They had no account until now. */
  readonly isNew: boolean;
}

export interface SignedIn {
  readonly member: EntityRef;
  /** For the cookie. */
  readonly token: string;
  readonly next: 'signed-in' | 'second-factor';
  readonly isNew: boolean;
}

@Injectable()
export class SignIn {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SecondFactors) private readonly secondFactors: SecondFactors,
    @Inject(Members) private readonly members: Members,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Adds somebody who signs in for the first time. */
  addPerson(tx: EntityManager, name: string | null, roleTitle: string | null, at: Date): Promise<EntityRef> {
    return this.members.addPerson(tx, { displayName: name ?? 'New member', roleTitle }, at);
  }

  /** Opens the session; it waits where a second step is on and was not shown. Throws UNAUTHENTICATED for a suspended member. */
  async open(tx: EntityManager, proven: Proven, visit: Visit, at: Date): Promise<SignedIn> {
    const { member, way, isNew, hasSecondFactor = false, provider } = proven;
    await requireActive(tx, member);
    const awaitsSecondFactor = !hasSecondFactor && (await this.secondFactors.isOn(tx, member));
    const session = {
      way,
      device: visit.device,
      awaitsSecondFactor,
      hasSecondFactor,
      ...(provider ? { provider } : {}),
    };
    const token = await this.sessions.open(tx, member, session);
    if (isNew) {
      const facts = { way };
      await this.outbox.add(tx, { name: personSignedInFirst.name, subject: member, actor: member, at, facts });
    }
    const facts = { way, awaitsSecondFactor, isNew };
    await this.audit.add(tx, { action: 'session.opened', actor: member, subject: member, facts });
    return { member, token, next: awaitsSecondFactor ? 'second-factor' : 'signed-in', isNew };
  }

  /** Makes somebody an administrator, unless they are one. */
  async makeAdministrator(tx: EntityManager, member: EntityRef, at: Date): Promise<void> {
    const acting = await actionOf(tx, member, at);
    const roles = networkRoles.filter((role) => acting.actor.keys.includes(keyOfRole(role)));
    if (roles.includes('administrator')) return;
    await this.members.setNetworkRoles(acting, member, [...roles, 'administrator']);
  }

  /** The session that the browser had before is over: one browser, one session. */
  async endFormer({ token }: Visit): Promise<void> {
    if (token) await this.sessions.end(token);
  }
}

async function requireActive(tx: EntityManager, member: EntityRef): Promise<void> {
  const rows: unknown[] = await tx.query('SELECT 1 FROM core.account WHERE ref = $1 AND suspended_at IS NULL', [
    member,
  ]);
  if (rows.length === 0) throw new Unauthenticated();
}
