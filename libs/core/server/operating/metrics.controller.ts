/** Metrics on the port of the pages: only where a token is set, and for whoever shows it. */
import { Controller, Get, Headers, Inject, NotFoundException, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { hubSettings } from '../hub-settings';
import type { Settings } from '../settings';
import { isBearerOf } from './bearer';
import { Metrics } from './metrics';

@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(hubSettings) private readonly settings: Settings,
  ) {}

  @Get()
  async read(@Headers('authorization') authorization: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const { metricsToken } = this.settings.operating;
    if (metricsToken === null || !isBearerOf(metricsToken, authorization)) throw new NotFoundException();
    const { type, text } = await this.metrics.page();
    await reply.header('content-type', type).header('cache-control', 'no-store').send(text);
  }
}
