/** People and the sites they belong to: what they may see and edit follows from their role there. */
import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { keyOfRole, networkRoles, takesPartKey, type EntityRef, type NetworkRole } from '@hub/core/contract';
import { Accounts, Audit, badInput, Directory, NotFound, Outbox, type Action } from '@hub/core/server';
import {
  allKeysOfSite,
  keysOfSiteRole,
  memberJoined,
  memberLeft,
  memberRef,
  memberRoleChanged,
  type Members,
  type Membership,
  type NewPerson,
  type SiteRole,
} from '@hub/plugins/sites/contract';
import type { EntityManager } from 'typeorm';
import { MemberPhotoRecord, MemberRecord, MembershipRecord } from './member.record';

export interface NewMember {
  readonly slug: string;
  readonly displayName: string;
  readonly roleTitle: string | null;
  readonly professionalGroup: string | null;
  readonly skills: readonly string[];
  readonly bio: string | null;
  /** Invented for demonstration: anyone may sign in as them where that is switched on. */
  readonly illustrative: boolean;
  /** What they work on, so that they are found with it. */
  readonly careModels: readonly EntityRef[];
}

@Injectable()
export class MembersService implements Members {
  constructor(
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Adds a member whom the network can see, with an account. Throws when there is one by that slug. */
  async add(tx: EntityManager, member: NewMember, at: Date): Promise<EntityRef> {
    const { slug, displayName, careModels, skills, ...profile } = member;
    const ref = memberRef(slug);
    await this.directory.put(tx, {
      ref,
      title: displayName,
      summary: profile.roleTitle ?? '',
      careModels,
      visibility: 'network',
      at,
    });
    await tx.insert(MemberRecord, { ref, ...profile, skills: [...skills], interests: [], pronouns: null });
    await this.accounts.open(tx, ref);
    return ref;
  }

  addPerson(tx: EntityManager, person: NewPerson, at: Date): Promise<EntityRef> {
    const unknown = { professionalGroup: null, skills: [], bio: null, illustrative: false, careModels: [] };
    return this.add(tx, { slug: newSlug(), ...person, ...unknown }, at);
  }

  async join(action: Action, member: EntityRef, site: EntityRef, role: SiteRole): Promise<void> {
    const known = await this.roleAt(action.tx, member, site);
    if (known) return this.changeRole(action, member, site, role);
    await action.tx.insert(MembershipRecord, { memberRef: member, siteRef: site, role, since: action.at });
    await this.accounts.grant(action.tx, member, keysOfSiteRole(role, site));
    await this.refreshTakingPart(action.tx, member);
    await this.tell(action, memberJoined.name, site, { member, role });
  }

  async changeRole(action: Action, member: EntityRef, site: EntityRef, role: SiteRole): Promise<void> {
    const from = await this.roleAt(action.tx, member, site);
    if (!from) throw new NotFound();
    if (from === role) return;
    if (from === 'LEAD') await this.keepALead(action.tx, member, site);
    await action.tx.update(MembershipRecord, { memberRef: member, siteRef: site }, { role });
    const keys = keysOfSiteRole(role, site);
    await this.accounts.revoke(
      action.tx,
      member,
      allKeysOfSite(site).filter((key) => !keys.includes(key)),
    );
    await this.accounts.grant(action.tx, member, keys);
    await this.refreshTakingPart(action.tx, member);
    await this.tell(action, memberRoleChanged.name, site, { member, from, to: role });
  }

  async leave(action: Action, member: EntityRef, site: EntityRef): Promise<void> {
    const from = await this.roleAt(action.tx, member, site);
    if (!from) throw new NotFound();
    if (from === 'LEAD') await this.keepALead(action.tx, member, site);
    await action.tx.delete(MembershipRecord, { memberRef: member, siteRef: site });
    await this.accounts.revoke(action.tx, member, allKeysOfSite(site));
    if (await this.isGuestEverywhere(action.tx, member)) await this.accounts.revoke(action.tx, member, [takesPartKey]);
    await this.tell(action, memberLeft.name, site, { member });
  }

  memberships(tx: EntityManager, of?: EntityRef): Promise<Membership[]> {
    return tx.query<Membership[]>(
      `SELECT m.member_ref AS member, m.site_ref AS site, e.title AS "siteName", m.role
       FROM sites.membership m JOIN core.entity e ON e.ref = m.site_ref
       WHERE $1::text IS NULL OR m.member_ref = $1 ORDER BY e.title, m.site_ref, m.member_ref`,
      [of ?? null],
    );
  }

  async setNetworkRoles(
    action: Action,
    member: EntityRef,
    roles: readonly NetworkRole[],
    told: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    const taken = networkRoles.filter((role) => !roles.includes(role)).map(keyOfRole);
    await this.accounts.revoke(action.tx, member, taken);
    await this.accounts.grant(action.tx, member, roles.map(keyOfRole));
    await this.audit.add(action.tx, {
      action: 'network-roles.set',
      actor: action.actor.ref,
      subject: member,
      facts: { ...told, roles },
    });
  }

  async anonymise(action: Action, member: EntityRef): Promise<void> {
    const sites = await this.sitesOf(action.tx, member);
    for (const siteRef of sites) await this.leave(action, member, siteRef);
    await this.directory.put(action.tx, {
      ref: member,
      title: 'Former member',
      visibility: 'network',
      at: action.at,
    });
    const nothing = { roleTitle: null, professionalGroup: null, skills: [], interests: [], pronouns: null, bio: null };
    await action.tx.update(MemberRecord, { ref: member }, nothing);
    await action.tx.delete(MemberPhotoRecord, { memberRef: member });
  }

  /** The sites somebody belongs to, all locked in one order before any is left: two who leave several never wait for each other. */
  private async sitesOf(tx: EntityManager, member: EntityRef): Promise<EntityRef[]> {
    const rows: { ref: EntityRef }[] = await tx.query(
      `SELECT s.ref FROM sites.site s WHERE EXISTS (
         SELECT 1 FROM sites.membership m WHERE m.site_ref = s.ref AND m.member_ref = $1
       ) ORDER BY s.ref FOR UPDATE OF s`,
      [member],
    );
    return rows.map(({ ref }) => ref);
  }

  /** Somebody's role at a site, locked until the transaction ends; null when they have none. */
  private async roleAt(tx: EntityManager, member: EntityRef, site: EntityRef): Promise<SiteRole | null> {
    await tx.query('SELECT 1 FROM sites.site WHERE ref = $1 FOR UPDATE', [site]);
    const membership = await tx.findOneBy(MembershipRecord, { memberRef: member, siteRef: site });
    return membership?.role ?? null;
  }

  /** A site that somebody leads is never left without one. */
  private async keepALead(tx: EntityManager, member: EntityRef, site: EntityRef): Promise<void> {
    const leads = await tx.findBy(MembershipRecord, { siteRef: site, role: 'LEAD' });
    if (leads.some(({ memberRef: lead }) => lead !== member)) return;
    throw badInput('input.member', 'A site cannot be without a lead. Make somebody else its lead first');
  }

  /** Whoever is a guest wherever they belong reads, and writes nothing. */
  private async refreshTakingPart(tx: EntityManager, member: EntityRef): Promise<void> {
    if (await this.isGuestEverywhere(tx, member)) await this.accounts.revoke(tx, member, [takesPartKey]);
    else await this.accounts.grant(tx, member, [takesPartKey]);
  }

  /** False for somebody who belongs nowhere: leaving gives nobody more than they had. */
  private async isGuestEverywhere(tx: EntityManager, member: EntityRef): Promise<boolean> {
    const memberships = await tx.findBy(MembershipRecord, { memberRef: member });
    return memberships.length > 0 && memberships.every(({ role }) => role === 'GUEST');
  }

  private async tell(action: Action, name: string, site: EntityRef, facts: Record<string, unknown>): Promise<void> {
    await this.outbox.add(action.tx, { name, subject: site, actor: action.actor.ref, at: action.at, facts });
    await this.audit.add(action.tx, { action: name, actor: action.actor.ref, subject: site, facts });
  }
}

/** A name in references that says nothing of the person. */
function newSlug(): string {
  return `m-${randomBytes(5).toString('hex')}`;
}
