/** Health: /health/live says that the process answers, /health and /health/ready that its database does too. */
import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { Database } from './database/database';

@Controller('health')
export class HealthController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  @Get(['', 'ready'])
  async ready() {
    try {
      await this.database.read({ text: 'SELECT 1', values: [] });
    } catch {
      throw new ServiceUnavailableException({ status: 'the database does not answer' });
    }
    return { status: 'ok' };
  }
}
