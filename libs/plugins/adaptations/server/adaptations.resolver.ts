/** The mutations of adaptations. Core opens the transaction, asks the permission and reads the payload's objects. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { InAction, type Action } from '@hub/core/server';
import { AdaptationsService, type PublishAdaptation, type StartAdaptation } from './adaptations.service';
import { EndingsService, type RecordEnding } from './stages/endings.service';
import { FindingsService, type RecordModification, type RecordSuitability } from './suitability/findings.service';
import { StagesService, type MoveAdaptation, type ShareAdaptation } from './stages/stages.service';
import { TasksService, type PlanTask } from './tasks/tasks.service';

@Resolver()
export class AdaptationsResolver {
  constructor(
    @Inject(AdaptationsService) private readonly adaptations: AdaptationsService,
    @Inject(EndingsService) private readonly endings: EndingsService,
    @Inject(FindingsService) private readonly findings: FindingsService,
    @Inject(StagesService) private readonly stages: StagesService,
    @Inject(TasksService) private readonly tasks: TasksService,
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
    return { adaptation: await this.stages.move(action, input) };
  }

  @Mutation()
  async shareAdaptation(@Args('input') input: ShareAdaptation, @InAction() action: Action) {
    return { adaptation: await this.stages.share(action, input) };
  }

  @Mutation()
  async recordEnding(@Args('input') input: RecordEnding, @InAction() action: Action) {
    return { adaptation: await this.endings.record(action, input) };
  }

  @Mutation()
  async planTask(@Args('input') input: PlanTask, @InAction() action: Action) {
    return { adaptation: await this.tasks.plan(action, input) };
  }

  @Mutation()
  async publishAdaptation(@Args('input') input: PublishAdaptation, @InAction() action: Action) {
    return { adaptation: await this.adaptations.publish(action, input) };
  }
}
