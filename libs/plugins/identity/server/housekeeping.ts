/** Once a minute: sessions that idleness or age ended are marked so, and what has expired is deleted. Harmless on many instances at once. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Attempts, Database, Log, Sessions } from '@hub/core/server';

const everyMs = 60_000;

/** Tables whose rows are of no use after `expires_at`. */
const passing = ['sign_in_code', 'oidc_start', 'logout_token', 'email_change'];

@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Log) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tidy().catch((error: unknown) => this.report(error)), everyMs);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Does it now. */
  async tidy(): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.sessions.endExpired(tx);
      for (const table of passing) await tx.query(`DELETE FROM identity.${table} WHERE expires_at < now()`);
      await tx.query(`DELETE FROM identity.code_request WHERE at < now() - interval '1 day'`);
    });
    await this.attempts.forgetOld();
  }

  private report(error: unknown): void {
    this.log.warn('Tidying up was not possible', error);
  }
}
