/** How the /auth endpoints of identity answer what they refuse: a status, a sentence and a code. */
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { HubError, RateLimited } from '@hub/core/server';
import type { FastifyReply } from 'fastify';

const statuses: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
};

@Catch(HubError)
export class AuthErrors implements ExceptionFilter<HubError> {
  catch(error: HubError, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const code = String(error.extensions.code);
    const seconds = error instanceof RateLimited ? error.retryAfterSeconds : null;
    if (seconds !== null) reply.header('retry-after', String(seconds));
    const wait = seconds === null ? {} : { retryAfterSeconds: seconds };
    void reply.code(statuses[code] ?? 400).send({ error: error.message, code, ...wait });
  }
}
