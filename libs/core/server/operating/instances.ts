/** Says in the database that this process is there, every few seconds, so that administrators see which ones run. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import { hubSettings } from '../hub-settings';
import type { Settings } from '../settings';
import { OwnConnection } from './own-connection';
import { hubVersion } from './version';

const everyMs = 15_000;

/** Whoever has been silent for longer is forgotten by the others. */
const rememberedFor = '1 hour';

@Injectable()
export class Instances {
  private readonly id = randomUUID();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(OwnConnection) private readonly connection: OwnConnection,
    @Inject(hubSettings) private readonly settings: Pick<Settings, 'role'>,
  ) {}

  /** From here on the process is listed. A database that is away is told later. */
  async begin(): Promise<void> {
    if (this.timer) return;
    this.timer = setInterval(() => void this.say(), everyMs);
    this.timer.unref();
    await this.say();
  }

  /** Takes the process off the list. */
  async end(): Promise<void> {
    if (!this.timer) return;
    clearInterval(this.timer);
    await this.connection.ask('DELETE FROM core.instance WHERE id = $1::uuid', [this.id]).catch(() => undefined);
  }

  private async say(): Promise<void> {
    const values = [this.id, this.settings.role, hostname(), hubVersion(), process.version];
    await this.connection
      .ask(
        `WITH gone AS (DELETE FROM core.instance WHERE seen_at < now() - interval '${rememberedFor}')
         INSERT INTO core.instance (id, role, host, version, node, started_at, seen_at) VALUES ($1::uuid, $2, $3, $4, $5, now(), now())
         ON CONFLICT (id) DO UPDATE SET seen_at = now()`,
        values,
      )
      .catch(() => undefined);
  }
}
