/** The mutations about who belongs to a site: how they get in, what they are there, how they leave. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { EntityRef } from '@hub/core/contract';
import { InAction, type Action } from '@hub/core/server';
import { Members, siteNamed, type SiteRole } from '@hub/plugins/sites/contract';
import { JoinRequestsService } from './join-requests.service';

interface AtSite {
  readonly site: string;
  readonly member: EntityRef;
}

@Resolver()
export class MembershipResolver {
  constructor(
    @Inject(Members) private readonly members: Members,
    @Inject(JoinRequestsService) private readonly requests: JoinRequestsService,
  ) {}

  @Mutation()
  async askToJoin(@Args('input') input: { site: string; words: string }, @InAction() action: Action) {
    return { joinRequest: await this.requests.ask(action, input) };
  }

  @Mutation()
  async withdrawJoinRequest(@Args('input') input: { request: string }, @InAction() action: Action) {
    return { joinRequest: await this.requests.withdraw(action, input.request) };
  }

  @Mutation()
  async approveJoinRequest(@Args('input') input: { request: string; role: SiteRole }, @InAction() action: Action) {
    return { joinRequest: await this.requests.approve(action, input.request, input.role) };
  }

  @Mutation()
  async declineJoinRequest(@Args('input') input: { request: string; words: string }, @InAction() action: Action) {
    return { joinRequest: await this.requests.decline(action, input.request, input.words) };
  }

  @Mutation()
  async changeSiteRole(@Args('input') { site, member, role }: AtSite & { role: SiteRole }, @InAction() action: Action) {
    await this.members.changeRole(action, member, siteNamed(site), role);
    return { site: siteNamed(site), member };
  }

  @Mutation()
  async removeFromSite(@Args('input') { site, member }: AtSite, @InAction() action: Action) {
    await this.members.leave(action, member, siteNamed(site));
    return { site: siteNamed(site), member };
  }

  @Mutation()
  async leaveSite(@Args('input') { site }: { site: string }, @InAction() action: Action) {
    await this.members.leave(action, action.actor.ref, siteNamed(site));
    return { site: siteNamed(site), member: action.actor.ref };
  }
}
