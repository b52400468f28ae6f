/** Where links in mails act: pressed on the page, or by a mail program with its one POST (RFC 8058). Nobody is signed in here. */
import { Controller, GoneException, HttpCode, Inject, NotFoundException, Post, Query } from '@nestjs/common';
import { refusal } from '@hub/core/server';
import { stopMailPath } from '@hub/plugins/subscriptions/contract';
import { StopMail } from './stop-mail.service';

@Controller(stopMailPath)
export class StopMailController {
  constructor(@Inject(StopMail) private readonly mail: StopMail) {}

  /** What the body says does not matter: the link says all. */
  @Post()
  @HttpCode(200)
  async stop(@Query('token') token: unknown): Promise<{ done: true }> {
    const outcome = await this.mail.act(typeof token === 'string' ? token.slice(0, 1000) : '');
    if (outcome === 'unknown') throw new NotFoundException(refusal('NOT_FOUND', 'This is no link of the hub'));
    if (outcome === 'expired')
      throw new GoneException(refusal('GONE', 'This link is too old. Sign in to change how you are mailed'));
    return { done: true };
  }
}
