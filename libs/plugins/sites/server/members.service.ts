/** Adds members, and makes them members of sites: what they may see and edit follows from that. */
import { Inject, Injectable } from '@nestjs/common';
import { keyOfRole, keyOfSiteEditors, keyOfSiteMembers, type EntityRef, type NetworkRole } from '@hub/core/contract';
import { Accounts, Directory, type Action } from '@hub/core/server';
import { memberRef } from '@hub/plugins/sites/contract';
import { MemberRecord, MembershipRecord } from './member.record';

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
export class MembersService {
  constructor(
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {}

  /** Adds a member whom the network can see, with an account. Throws when there is one by that slug. */
  async add(action: Action, member: NewMember): Promise<EntityRef> {
    const { slug, displayName, careModels, skills, ...profile } = member;
    const ref = memberRef(slug);
    await this.directory.put(action.tx, {
      ref,
      title: displayName,
      summary: profile.roleTitle ?? '',
      careModels,
      visibility: 'network',
      at: action.at,
    });
    await action.tx.insert(MemberRecord, { ref, ...profile, skills: [...skills] });
    await this.accounts.open(action.tx, ref);
    return ref;
  }

  /** Makes somebody a member of a site: they see what is the site's and edit it. */
  async join(action: Action, member: EntityRef, site: EntityRef): Promise<void> {
    await action.tx.insert(MembershipRecord, { memberRef: member, siteRef: site, since: action.at });
    await this.accounts.grant(action.tx, member, [keyOfSiteMembers(site), keyOfSiteEditors(site)]);
  }

  /** Gives somebody roles in the whole network. */
  async giveRoles(action: Action, member: EntityRef, roles: readonly NetworkRole[]): Promise<void> {
    await this.accounts.grant(action.tx, member, roles.map(keyOfRole));
  }
}
