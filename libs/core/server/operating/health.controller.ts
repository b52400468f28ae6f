/** Health: /health/live says that the process answers, /health and /health/ready that it can be given requests. */
import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { Health } from './health';

@Controller('health')
export class HealthController {
  constructor(@Inject(Health) private readonly health: Health) {}

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  @Get(['', 'ready'])
  async ready() {
    const trouble = await this.health.trouble();
    if (trouble) throw new ServiceUnavailableException({ status: trouble });
    return { status: 'ok' };
  }
}
