/** The mutations of evaluations. Payloads hold ids; core reads what was asked for, as the viewer. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { InAction, type Action } from '@hub/core/server';
import {
  EvaluationService,
  type CreateEvaluation,
  type PublishEvaluation,
  type UpdateEvaluation,
  type WithdrawEvaluation,
} from './evaluation.service';

@Resolver()
export class EvaluationResolver {
  constructor(@Inject(EvaluationService) private readonly service: EvaluationService) {}

  @Mutation()
  async createEvaluation(@Args('input') input: CreateEvaluation, @InAction() action: Action) {
    return { evaluation: await this.service.create(action, input) };
  }

  @Mutation()
  async updateEvaluation(@Args('input') input: UpdateEvaluation, @InAction() action: Action) {
    return { evaluation: await this.service.update(action, input) };
  }

  @Mutation()
  async publishEvaluation(@Args('input') input: PublishEvaluation, @InAction() action: Action) {
    return { evaluation: await this.service.publish(action, input) };
  }

  @Mutation()
  async withdrawEvaluation(@Args('input') input: WithdrawEvaluation, @InAction() action: Action) {
    return { evaluation: await this.service.withdraw(action, input) };
  }
}
