/** Where browsers leave for the provider and come back, and where the provider itself says that somebody signed out. */
import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import {
  cookieWith,
  cookieWithout,
  HubPage,
  hubSettings,
  Log,
  RateLimited,
  tokenIn,
  type Settings,
} from '@hub/core/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { safeReturnPath } from '../return-path.rules';
import { textIn, visitOf } from '../visit';
import { LogoutTokens } from './logout-tokens';
import { OidcSignIn, startSeconds } from './oidc-sign-in.service';
import { sendProblem } from './pages';
import { OidcProvider } from './provider';
import { OidcRefused } from './refused';

/** Ties the provider's answer to the browser that asked. */
const startCookie = { name: 'hub-oidc', seconds: startSeconds };

@Controller('auth/oidc')
export class OidcController {
  constructor(
    @Inject(hubSettings) private readonly settings: Settings,
    @Inject(OidcProvider) private readonly provider: OidcProvider,
    @Inject(OidcSignIn) private readonly signIn: OidcSignIn,
    @Inject(LogoutTokens) private readonly logoutTokens: LogoutTokens,
    @Inject(HubPage) private readonly page: HubPage,
    @Inject(Log) private readonly log: Log,
  ) {}

  @Get('start')
  async start(
    @Query('return') wantedPath: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const path = typeof wantedPath === 'string' ? wantedPath : undefined;
    const back = safeReturnPath(path);
    this.provider.requireNamed();
    try {
      const { href, token } = await this.signIn.start(path, visitOf(request, this.settings));
      reply.header('set-cookie', cookieWith(token, this.settings, startCookie));
      void reply.redirect(href, 302);
    } catch (error) {
      if (error instanceof RateLimited)
        return sendProblem(this.page, reply.header('retry-after', String(error.retryAfterSeconds)), 'too-many', back);
      this.log.warn('The OpenID provider did not answer', error);
      return sendProblem(this.page, reply, 'provider-away', back);
    }
  }

  @Get('callback')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.provider.requireNamed();
    const token = tokenIn(request.headers.cookie, this.settings, startCookie);
    const query = request.url.split('?').slice(1).join('?');
    reply.header('set-cookie', cookieWithout(this.settings, startCookie));
    try {
      const signedIn = await this.signIn.finish(query, token, visitOf(request, this.settings));
      reply.header('set-cookie', cookieWith(signedIn.token, this.settings));
      void reply.redirect(pageAfter(signedIn), 302);
    } catch (error) {
      if (!(error instanceof OidcRefused)) throw error;
      return sendProblem(this.page, reply, 'did-not-work', error.returnPath);
    }
  }

  @Post('back-channel-logout')
  async logout(@Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    this.provider.requireNamed();
    try {
      await this.logoutTokens.take(textIn(body, 'logout_token') ?? '');
      void reply.code(200).send();
    } catch (error) {
      if (!(error instanceof OidcRefused)) throw error;
      void reply.code(400).send({ error: 'invalid_request' });
    }
  }
}

function pageAfter({ next, isNew, returnPath }: { next: string; isNew: boolean; returnPath: string }): string {
  const back = `return=${encodeURIComponent(returnPath)}`;
  if (next === 'second-factor') return `/sign-in?step=second-factor&${back}`;
  return isNew ? `/welcome?${back}` : returnPath;
}
