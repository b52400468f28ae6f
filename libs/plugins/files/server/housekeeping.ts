/** Cleans up now and then: bytes that nothing is attached by, what was taken away, and what never arrived whole. */
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, hubSettings, Log, PluginList, type Settings } from '@hub/core/server';
import { attachableRows } from './attachable-rows';
import { incomingFolder } from './intake/receive';
import { Storage } from './storage/storage';

const everyMs = 60_000;
/** An upload that takes longer than this has failed. */
const abandonedAfterMs = 60 * 60_000;

@Injectable()
export class FilesHousekeeping implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(Log) private readonly log: Log,
    @Inject(PluginList) private readonly plugins: PluginList,
    @Inject(hubSettings) private readonly settings: Pick<Settings, 'files' | 'role'>,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.role === 'api') return;
    this.timer = setInterval(() => void this.tidy().catch((error: unknown) => this.report(error)), everyMs);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Does it now. Harmless on many instances at once. */
  async tidy(): Promise<void> {
    await this.forgetAbandoned();
    await this.database.source.query(
      `DELETE FROM files.attachment WHERE removed_at < now() - interval '1 day' AND NOT kept`,
    );
    await this.forgetWithoutRows();
    while (await this.removeOrphan());
  }

  /** What was sent and nothing came of within a day, and what came with a row that is gone. */
  private async forgetWithoutRows(): Promise<void> {
    const { manager } = this.database.source;
    await manager.query(
      `DELETE FROM files.attachment WHERE subject_ref = added_by AND added_at < now() - interval '1 day'`,
    );
    for (const { prefix, source, isGone } of attachableRows(this.plugins.all))
      await manager.query(
        `DELETE FROM files.attachment a WHERE a.row_prefix = '${prefix}'
           AND NOT EXISTS (SELECT 1 FROM ${source} r WHERE r.id = a.row_id AND NOT coalesce(${isGone('r')}, false))`,
      );
  }

  /** The bytes go before the row that knows of them: what is left by a death in between is found again. */
  private removeOrphan(): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [orphan] = await tx.query<{ key: string }[]>(
        `SELECT s.key FROM files.stored s
         WHERE s.reserved_at < now() - interval '1 hour' AND NOT EXISTS (SELECT 1 FROM files.attachment a WHERE a.storage_key = s.key)
         LIMIT 1 FOR UPDATE OF s SKIP LOCKED`,
      );
      if (!orphan) return false;
      await this.storage.remove(orphan.key);
      await tx.query('DELETE FROM files.stored WHERE key = $1', [orphan.key]);
      return true;
    });
  }

  private async forgetAbandoned(): Promise<void> {
    const folder = incomingFolder(this.settings.files.folder);
    const names = await readdir(folder).catch(() => []);
    for (const name of names) {
      const file = path.join(folder, name);
      const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs > abandonedAfterMs) await rm(file, { force: true });
    }
  }

  private report(error: unknown): void {
    this.log.warn('Files could not be tidied up', error);
  }
}
