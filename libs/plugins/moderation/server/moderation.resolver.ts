/** The mutations of moderation. Payloads hold ids; core reads what was asked for, as the viewer. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { InAction, type Action } from '@hub/core/server';
import { AppealsService } from './appeals.service';
import { CasesService, type DecideInput } from './cases.service';
import { NamesService } from './names.service';
import { ReportsService, type ReportInput } from './reports.service';

@Resolver()
export class ModerationResolver {
  constructor(
    @Inject(ReportsService) private readonly reports: ReportsService,
    @Inject(CasesService) private readonly cases: CasesService,
    @Inject(AppealsService) private readonly appeals: AppealsService,
    @Inject(NamesService) private readonly names: NamesService,
  ) {}

  @Mutation()
  async report(@Args('input') input: ReportInput, @InAction() action: Action) {
    return { report: await this.reports.report(action, input) };
  }

  @Mutation()
  async openCase(@Args('input') input: { case: string }, @InAction() action: Action) {
    return { case: await this.cases.open(action, input.case) };
  }

  @Mutation()
  async decideCase(@Args('input') input: DecideInput, @InAction() action: Action) {
    return { case: await this.cases.decide(action, input) };
  }

  @Mutation()
  async appeal(@Args('input') input: { case: string; words: string }, @InAction() action: Action) {
    return { case: await this.appeals.make(action, input) };
  }

  @Mutation()
  async decideAppeal(
    @Args('input') input: { case: string; upheld: boolean; answer: string },
    @InAction() action: Action,
  ) {
    return { case: await this.appeals.decide(action, input) };
  }

  @Mutation()
  async openName(@Args('input') input: { case: string; reason: string }, @InAction() action: Action) {
    return { name: await this.names.open(action, input), case: input.case };
  }
}
