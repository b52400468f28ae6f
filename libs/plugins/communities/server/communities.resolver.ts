/** The mutations of communities. Payloads hold ids; core reads what was asked for, as the viewer. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { EntityRef } from '@hub/core/contract';
import { InAction, type Action } from '@hub/core/server';
import type { CommunityKind } from '@hub/plugins/communities/contract';
import { CommunitiesService, type CreateCommunity, type UpdateCommunity } from './communities.service';
import { CommunityPeople } from './people.service';
import { CommunityRemovals, type Removal } from './removals.service';
import { CommunityResources, type PinResource } from './resources.service';

interface Community {
  readonly community: EntityRef;
}

@Resolver()
export class CommunitiesResolver {
  constructor(
    @Inject(CommunitiesService) private readonly communities: CommunitiesService,
    @Inject(CommunityPeople) private readonly people: CommunityPeople,
    @Inject(CommunityRemovals) private readonly removals: CommunityRemovals,
    @Inject(CommunityResources) private readonly resources: CommunityResources,
  ) {}

  @Mutation()
  async createCommunity(@Args('input') input: CreateCommunity, @InAction() action: Action) {
    return { community: await this.communities.create(action, input) };
  }

  @Mutation()
  async updateCommunity(@Args('input') input: UpdateCommunity, @InAction() action: Action) {
    return { community: await this.communities.update(action, input) };
  }

  @Mutation()
  async changeCommunityKind(
    @Args('input') input: Community & { expectedRevision: number; kind: CommunityKind },
    @InAction() action: Action,
  ) {
    return { community: await this.communities.changeKind(action, input) };
  }

  @Mutation()
  async joinCommunity(@Args('input') { community }: Community, @InAction() action: Action) {
    return { community: await this.communities.join(action, community) };
  }

  @Mutation()
  async setCommunityFacilitator(
    @Args('input') input: Community & { member: EntityRef; facilitates: boolean },
    @InAction() action: Action,
  ) {
    await this.people.setFacilitator(action, input.member, input.community, input.facilitates);
    return { community: input.community };
  }

  @Mutation()
  async removeFromCommunity(@Args('input') input: Removal, @InAction() action: Action) {
    return { community: await this.removals.remove(action, input) };
  }

  @Mutation()
  async pinResource(@Args('input') input: PinResource, @InAction() action: Action) {
    await this.resources.pin(action, input);
    return { community: input.community };
  }

  @Mutation()
  async unpinResource(@Args('input') input: PinResource, @InAction() action: Action) {
    await this.resources.unpin(action, input);
    return { community: input.community };
  }

  @Mutation()
  async leaveCommunity(@Args('input') { community }: Community, @InAction() action: Action) {
    await this.people.leave(action, action.actor.ref, community);
    return { community };
  }
}
