/** Loads the communities of the demonstration network: who belongs to them, who asks to, and who is invited. All invented. */
import { Inject, Injectable, Optional } from '@nestjs/common';
import { careModelCodes, careModelRef, type EntityRef } from '@hub/core/contract';
import { actionOf, Directory, type DemonstrationSeed } from '@hub/core/server';
import { demonstrationCommunities, demonstrationWelcomes, type DemonstrationCommunity } from '@hub/demonstration';
import { communityOfCareModel } from '@hub/plugins/communities/contract';
import { memberRef } from '@hub/plugins/sites/contract';
import { threadRef, Threads, type ThreadPurpose } from '@hub/plugins/threads/contract';
import type { EntityManager } from 'typeorm';
import { CommunitiesService } from './communities.service';
import { CommunityInvitations } from './invitations.service';
import { CommunityPeople } from './people.service';
import { CommunityResources } from './resources.service';
import { CommunityRequests } from './requests.service';

/** Who facilitates the communities of the care models. */
const networkManager = memberRef('marisol-greywether');
const dayInMs = 86_400_000;
const begin = new Date('2016-01-04T09:00:00.000Z');
/** After the last reply of the network's discussions. */
const loadedLast = '2018-03-31T09:00:00.000Z';

@Injectable()
export class CommunitiesSeed implements DemonstrationSeed {
  constructor(
    @Inject(Directory) private readonly directory: Directory,
    @Inject(CommunitiesService) private readonly communities: CommunitiesService,
    @Inject(CommunityPeople) private readonly people: CommunityPeople,
    @Inject(CommunityRequests) private readonly requests: CommunityRequests,
    @Inject(CommunityResources) private readonly resources: CommunityResources,
    @Inject(CommunityInvitations) private readonly invitations: CommunityInvitations,
    @Optional() @Inject(Threads) private readonly threads: Threads | null,
  ) {}

  async load(tx: EntityManager): Promise<void> {
    const action = await actionOf(tx, networkManager, begin);
    for (const code of careModelCodes) {
      const ref = communityOfCareModel(careModelRef(code));
      await this.people.setFacilitator(action, networkManager, ref, true);
      const welcome = demonstrationWelcomes[code];
      await this.communities.update(action, { community: ref, expectedRevision: 1, welcome });
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
    for (const { member, daysAgo } of community.joined ?? []) {
      const joined = await actionOf(tx, memberRef(member), new Date(Date.now() - daysAgo * dayInMs));
      await this.people.join(joined, joined.actor.ref, ref);
    }
    for (const member of community.facilitators) await this.people.setFacilitator(action, memberRef(member), ref, true);
    for (const { by: asker, at: asked, words } of community.asking ?? [])
      await this.requests.make(await actionOf(tx, memberRef(asker), new Date(asked)), { community: ref, words });
    for (const { member, at: invited } of community.invited ?? [])
      await this.invitations.invite(await actionOf(tx, memberRef(by), new Date(invited)), {
        ...{ community: ref, member: memberRef(member) },
      });
    for (const subject of community.pinned ?? [])
      if (await this.directory.get(tx, subject)) await this.resources.pin(action, { community: ref, subject });
    if (this.threads) await this.discuss(tx, this.threads, ref, community);
  }

  /** Where the hub has discussions. */
  private async discuss(
    tx: EntityManager,
    threads: Threads,
    community: EntityRef,
    { by, threads: known, discussions }: DemonstrationCommunity,
  ): Promise<void> {
    for (const slug of known ?? [])
      await threads.putInOpenCommunity(
        await actionOf(tx, memberRef(by), new Date(loadedLast)),
        threadRef(slug),
        community,
      );
    for (const { by: writer, at, kind, replies, ...said } of discussions ?? []) {
      const begun = await actionOf(tx, memberRef(writer), new Date(at));
      const thread = await threads.start(begun, { ...said, kind: kind as ThreadPurpose, community });
      for (const reply of replies)
        await threads.reply(await actionOf(tx, memberRef(reply.by), new Date(reply.at)), { thread, body: reply.body });
    }
  }
}
