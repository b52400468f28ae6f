/** Signing in by a code, and by a second step, over plain HTTP: GraphQL hands out no cookies. */
import { Body, Controller, HttpCode, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { cookieWith, hubSettings, type Settings } from '@hub/core/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuthErrors } from '../auth-errors.filter';
import { CodeRequests } from './code-request.service';
import { CodeSignIn } from './code-sign-in.service';
import { SecondFactorSignIn } from '../second-factor/second-factor-sign-in.service';
import { textIn, visitOf } from '../visit';

@Controller('auth')
@UseFilters(AuthErrors)
export class CodeController {
  constructor(
    @Inject(hubSettings) private readonly settings: Settings,
    @Inject(CodeRequests) private readonly requests: CodeRequests,
    @Inject(CodeSignIn) private readonly codes: CodeSignIn,
    @Inject(SecondFactorSignIn) private readonly secondFactors: SecondFactorSignIn,
  ) {}

  /** The same answer for every well-formed address: who is known, and who may sign in, is nobody's business. */
  @Post('code')
  @HttpCode(204)
  async ask(@Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    await this.requests.take(textIn(body, 'email'), visitOf(request, this.settings).address);
  }

  @Post('code/verify')
  @HttpCode(200)
  async verify(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ next: string; isNew: boolean }> {
    const visit = visitOf(request, this.settings);
    const { token, next, isNew } = await this.codes.verify(
      textIn(body, 'email'),
      (textIn(body, 'code') ?? '').slice(0, 40),
      visit,
    );
    reply.header('set-cookie', cookieWith(token, this.settings));
    return { next, isNew };
  }

  @Post('second-factor')
  @HttpCode(200)
  async prove(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ next: 'signed-in' }> {
    const { token } = visitOf(request, this.settings);
    const fresh = await this.secondFactors.prove(token, (textIn(body, 'code') ?? '').slice(0, 40));
    reply.header('set-cookie', cookieWith(fresh, this.settings));
    return { next: 'signed-in' };
  }
}
