/** Loads the communities of the demonstration network: who belongs to them, who asks to, and who is invited. All invented. */
import { Inject, Injectable } from '@nestjs/common';
import { careModelCodes, careModelRef } from '@hub/core/contract';
import { actionOf, type DemonstrationSeed } from '@hub/core/server';
import { demonstrationCommunities, type DemonstrationCommunity } from '@hub/demonstration';
import { communityOfCareModel } from '@hub/plugins/communities/contract';
import { memberRef } from '@hub/plugins/sites/contract';
import type { EntityManager } from 'typeorm';
import { CommunitiesService } from './communities.service';
import { CommunityInvitations } from './invitations.service';
import { CommunityPeople } from './people.service';
import { CommunityRequests } from './requests.service';

/** Who facilitates the communities of the care models. */
const networkManager = memberRef('marisol-greywether');
const begin = new Date('2016-01-04T09:00:00.000Z');

@Injectable()
export class CommunitiesSeed implements DemonstrationSeed {
  constructor(
    @Inject(CommunitiesService) private readonly communities: CommunitiesService,
    @Inject(CommunityPeople) private readonly people: CommunityPeople,
    @Inject(CommunityRequests) private readonly requests: CommunityRequests,
    @Inject(CommunityInvitations) private readonly invitations: CommunityInvitations,
  ) {}

  async load(tx: EntityManager): Promise<void> {
    const action = await actionOf(tx, networkManager, begin);
    for (const code of careModelCodes) {
      const ref = communityOfCareModel(careModelRef(code));
      await this.people.setFacilitator(action, networkManager, ref, true);
    }
    for (const community of demonstrationCommunities) await this.make(tx, community);
  }

  private async make(tx: EntityManager, community: DemonstrationCommunity): Promise<void> {
    const { slug, name, purpose, kind, modelTypes, by, at, welcome } = community;
    const begun = await actionOf(tx, memberRef(by), new Date(at));
    const ref = await this.communities.create(begun, { name, purpose, kind, modelTypes }, slug);
    const action = await actionOf(tx, memberRef(by), new Date(at));
    await this.communities.update(action, { community: ref, expectedRevision: 1, welcome });
    for (const member of [...community.facilitators, ...community.members])
      await this.people.join(action, memberRef(member), ref);
    for (const member of community.facilitators) await this.people.setFacilitator(action, memberRef(member), ref, true);
    for (const { by: asker, at: asked, words } of community.asking ?? [])
      await this.requests.make(await actionOf(tx, memberRef(asker), new Date(asked)), { community: ref, words });
    for (const { member, at: invited } of community.invited ?? [])
      await this.invitations.invite(await actionOf(tx, memberRef(by), new Date(invited)), {
        ...{ community: ref, member: memberRef(member) },
      });
  }
}
