/** Who calls over plain HTTP, as GraphQL would know them: by session or by API token, with the point of the call taken. */
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Credentials } from '../auth/credentials';
import { addressOf } from '../http/address';
import { CallLimit } from '../http/call-limit';
import { hubSettings } from '../hub-settings';
import type { Settings } from '../settings';
import type { HubContext } from './context';
import { deadlineIn, mostRequestMs } from './deadline';
import { RateLimited } from './errors';

@Injectable()
export class Callers {
  constructor(
    @Inject(hubSettings) private readonly settings: Settings,
    @Inject(Credentials) private readonly credentials: Credentials,
    @Inject(CallLimit) private readonly calls: CallLimit,
  ) {}

  /** The context of a call that costs as much as an operation of this cost. Throws RATE_LIMITED. */
  async take(request: FastifyRequest, cost: number): Promise<HubContext> {
    const viewer = this.credentials.viewerOf(request.headers, true);
    viewer.catch(() => undefined);
    const context = {
      viewer: () => viewer,
      address: addressOf(request, this.settings),
      deadline: deadlineIn(mostRequestMs),
    };
    try {
      await this.calls.takeCall(context);
      await this.calls.takeCost(context, cost);
    } catch (error) {
      const { originalError } = error as { originalError?: unknown };
      throw originalError instanceof RateLimited ? originalError : error;
    }
    return context;
  }
}
