/** Loads the demonstration network's sites and members. */
import { Inject, Injectable } from '@nestjs/common';
import { networkRoles } from '@hub/core/contract';
import { actionOf, type DemonstrationSeed } from '@hub/core/server';
import { demonstrationNetwork } from '@hub/demonstration';
import { memberRef, siteRef, type SiteRole } from '@hub/plugins/sites/contract';
import type { EntityManager } from 'typeorm';
import { demonstrationMember, demonstrationSite, joiningDate } from './demonstration-facts';
import { MembersService } from './members.service';
import { SitesService } from './sites.service';

type MemberInFile = (typeof demonstrationNetwork.members)[number];

/** Looks after the whole demonstration network: posts its announcements and adds its sites. */
const steward = 'marisol-greywether';

/** Who takes part at another site than their own, in the roles that nobody of the file has at home. Invented, as they are. */
const visitors: readonly { readonly member: string; readonly site: string; readonly role: SiteRole }[] = [
  { member: 'brenda-hollyhock', site: 'elderbrook', role: 'PATIENT_REPRESENTATIVE' },
  { member: 'rashida-willowby', site: 'elderbrook', role: 'GUEST' },
];
const visitingSince = new Date('2016-09-05T09:00:00.000Z');

@Injectable()
export class SitesSeed implements DemonstrationSeed {
  constructor(
    @Inject(SitesService) private readonly sites: SitesService,
    @Inject(MembersService) private readonly members: MembersService,
  ) {}

  async load(tx: EntityManager): Promise<void> {
    for (const site of demonstrationNetwork.sites) {
      await this.sites.add(await this.stewardAt(tx, joiningDate(site)), demonstrationSite(site));
    }
    for (const member of demonstrationNetwork.members) await this.addMember(tx, member);
    const visiting = await this.stewardAt(tx, visitingSince);
    for (const { member, site, role } of visitors)
      await this.members.join(visiting, memberRef(member), siteRef(site), role);
    const [first] = demonstrationNetwork.sites.map(joiningDate).sort((a, b) => a.getTime() - b.getTime());
    await this.members.setNetworkRoles(await this.stewardAt(tx, first ?? new Date(0)), memberRef(steward), [
      ...networkRoles,
    ]);
  }

  private async addMember(tx: EntityManager, member: MemberInFile): Promise<void> {
    const site = demonstrationNetwork.sites.find(({ slug }) => slug === member.siteSlug);
    if (!site) throw new Error(`"${member.slug}" belongs to no site of the demonstration.`);
    const action = await this.stewardAt(tx, joiningDate(site));
    const ref = await this.members.add(tx, demonstrationMember(member, site), action.at);
    await this.members.join(action, ref, siteRef(site.slug), roleOf(member));
  }

  private stewardAt(tx: EntityManager, at: Date) {
    return actionOf(tx, memberRef(steward), at);
  }
}

/** The first listed of each site leads it; who is an evaluator by trade evaluates; all others are of its engine room. */
function roleOf(member: MemberInFile): SiteRole {
  const first = demonstrationNetwork.members.find(({ siteSlug }) => siteSlug === member.siteSlug);
  if (first === member) return 'LEAD';
  return member.role === 'Lead evaluator' ? 'EVALUATOR' : 'ENGINE_ROOM';
}
