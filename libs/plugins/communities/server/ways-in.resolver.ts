/** The mutations about the ways into a community: requests and invitations. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { EntityRef } from '@hub/core/contract';
import { InAction, type Action } from '@hub/core/server';
import { CommunityInvitations } from './invitations.service';
import { CommunityRequests } from './requests.service';

interface Request {
  readonly request: string;
}

interface Invitation {
  readonly invitation: string;
}

@Resolver()
export class WaysInResolver {
  constructor(
    @Inject(CommunityRequests) private readonly requests: CommunityRequests,
    @Inject(CommunityInvitations) private readonly invitations: CommunityInvitations,
  ) {}

  @Mutation()
  async askToJoinCommunity(@Args('input') input: { community: EntityRef; words: string }, @InAction() action: Action) {
    return { request: await this.requests.ask(action, input) };
  }

  @Mutation()
  async withdrawCommunityRequest(@Args('input') { request }: Request, @InAction() action: Action) {
    return { request: await this.requests.withdraw(action, request) };
  }

  @Mutation()
  async approveCommunityRequest(@Args('input') { request }: Request, @InAction() action: Action) {
    return { request: await this.requests.approve(action, request) };
  }

  @Mutation()
  async declineCommunityRequest(@Args('input') input: Request & { words: string }, @InAction() action: Action) {
    return { request: await this.requests.decline(action, input.request, input.words) };
  }

  @Mutation()
  async inviteToCommunity(
    @Args('input') input: { community: EntityRef; member: EntityRef },
    @InAction() action: Action,
  ) {
    return { invitation: await this.invitations.invite(action, input) };
  }

  @Mutation()
  async revokeCommunityInvitation(@Args('input') { invitation }: Invitation, @InAction() action: Action) {
    return { community: await this.invitations.revoke(action, invitation) };
  }

  @Mutation()
  async acceptCommunityInvitation(@Args('input') { invitation }: Invitation, @InAction() action: Action) {
    return { community: await this.invitations.accept(action, invitation) };
  }

  @Mutation()
  async declineCommunityInvitation(@Args('input') { invitation }: Invitation, @InAction() action: Action) {
    return { community: await this.invitations.decline(action, invitation) };
  }
}
