/** Where links in mails answer, once their reader has confirmed it on the page. Nobody is signed in here. */
import { Controller, GoneException, HttpCode, Inject, NotFoundException, Post, Query } from '@nestjs/common';
import { refusal } from '@hub/core/server';
import { checkInLinkPath } from '@hub/plugins/adaptations/contract';
import { AnswerByLink } from './answer-by-link.service';

@Controller(checkInLinkPath)
export class AnswerByLinkController {
  constructor(@Inject(AnswerByLink) private readonly answers: AnswerByLink) {}

  /** What the body says does not matter: the link says all. */
  @Post()
  @HttpCode(200)
  async answer(@Query('token') token: unknown): Promise<{ done: true }> {
    const { state } = await this.answers.act(typeof token === 'string' ? token.slice(0, 1000) : '');
    if (state === 'UNKNOWN') throw new NotFoundException(refusal('NOT_FOUND', 'This link does not work'));
    if (state === 'EXPIRED')
      throw new GoneException(refusal('GONE', 'This link is too old. Sign in to answer on the page of the adaptation'));
    return { done: true };
  }
}
