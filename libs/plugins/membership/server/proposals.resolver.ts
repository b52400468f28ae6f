/** The mutations about new sites. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { InAction, type Action } from '@hub/core/server';
import { ProposalsService, type ProposeSite } from './proposals.service';

@Resolver()
export class ProposalsResolver {
  constructor(@Inject(ProposalsService) private readonly proposals: ProposalsService) {}

  @Mutation()
  async proposeSite(@Args('input') input: ProposeSite, @InAction() action: Action) {
    return { proposal: await this.proposals.propose(action, input) };
  }

  @Mutation()
  async withdrawSiteProposal(@Args('input') input: { proposal: string }, @InAction() action: Action) {
    return { proposal: await this.proposals.withdraw(action, input.proposal) };
  }

  @Mutation()
  async approveSiteProposal(@Args('input') input: { proposal: string }, @InAction() action: Action) {
    return { proposal: await this.proposals.approve(action, input.proposal) };
  }

  @Mutation()
  async declineSiteProposal(@Args('input') input: { proposal: string; words: string }, @InAction() action: Action) {
    return { proposal: await this.proposals.decline(action, input.proposal, input.words) };
  }
}
