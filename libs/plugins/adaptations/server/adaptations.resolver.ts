/** The mutations of adaptations. Core opens the transaction, asks the permission and reads the payload's objects. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { InAction, type Action } from '@hub/core/server';
import {
  AdaptationsService,
  type MoveAdaptation,
  type PublishAdaptation,
  type StartAdaptation,
} from './adaptations.service';
import { FindingsService, type RecordModification, type RecordSuitability } from './findings.service';

@Resolver()
export class AdaptationsResolver {
  constructor(
    @Inject(AdaptationsService) private readonly adaptations: AdaptationsService,
    @Inject(FindingsService) private readonly findings: FindingsService,
  ) {}

  @Mutation()
  async startAdaptation(@Args('input') input: StartAdaptation, @InAction() action: Action) {
    return { adaptation: await this.adaptations.start(action, input) };
  }

  @Mutation()
  async recordSuitability(@Args('input') input: RecordSuitability, @InAction() action: Action) {
    return { adaptation: await this.findings.recordSuitability(action, input) };
  }

  @Mutation()
  async recordModification(@Args('input') input: RecordModification, @InAction() action: Action) {
    return { adaptation: await this.findings.recordModification(action, input) };
  }

  @Mutation()
  async moveAdaptation(@Args('input') input: MoveAdaptation, @InAction() action: Action) {
    return { adaptation: await this.adaptations.move(action, input) };
  }

  @Mutation()
  async publishAdaptation(@Args('input') input: PublishAdaptation, @InAction() action: Action) {
    return { adaptation: await this.adaptations.publish(action, input) };
  }
}
