/** The mutations of interventions. Who may call them stands in the schema. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { InAction, type Action } from '@hub/core/server';
import type {
  CreateInterventionInput,
  PublishInterventionInput,
  SetInterventionVisibilityInput,
  UpdateInterventionInput,
  WithdrawInterventionInput,
} from './writing/intervention.input';
import { InterventionsService } from './interventions.service';

@Resolver()
export class InterventionsResolver {
  constructor(@Inject(InterventionsService) private readonly interventions: InterventionsService) {}

  @Mutation()
  async createIntervention(@Args('input') input: CreateInterventionInput, @InAction() action: Action) {
    return { intervention: await this.interventions.create(action, input) };
  }

  @Mutation()
  async updateIntervention(@Args('input') input: UpdateInterventionInput, @InAction() action: Action) {
    return { intervention: await this.interventions.update(action, input) };
  }

  @Mutation()
  async publishIntervention(@Args('input') input: PublishInterventionInput, @InAction() action: Action) {
    return { intervention: await this.interventions.publish(action, input) };
  }

  @Mutation()
  async setInterventionVisibility(@Args('input') input: SetInterventionVisibilityInput, @InAction() action: Action) {
    return { intervention: await this.interventions.setVisibility(action, input) };
  }

  @Mutation()
  async withdrawIntervention(@Args('input') input: WithdrawInterventionInput, @InAction() action: Action) {
    return { intervention: await this.interventions.withdraw(action, input) };
  }

  @Mutation()
  async reinstateIntervention(@Args('input') input: WithdrawInterventionInput, @InAction() action: Action) {
    return { intervention: await this.interventions.reinstate(action, input) };
  }
}
