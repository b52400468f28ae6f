/** Answering the question to a team, and what a link that answers it is for. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { InAction, type Action } from '@hub/core/server';
import { AnswerByLink } from './answer-by-link.service';
import { CheckInsService, type AnswerCheckIn } from './check-ins.service';

@Resolver()
export class CheckInsResolver {
  constructor(
    @Inject(CheckInsService) private readonly checkIns: CheckInsService,
    @Inject(AnswerByLink) private readonly byLink: AnswerByLink,
  ) {}

  @Mutation()
  async answerCheckIn(@Args('input') input: AnswerCheckIn, @InAction() action: Action) {
    return { checkIn: await this.checkIns.answer(action, input) };
  }

  @Query()
  checkInLink(@Args('token') token: string) {
    return this.byLink.tell(token);
  }
}
