/** The files of a family that is exported or imported: their bytes, for whoever may have them, and their way back in. */
import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@hub/core/contract';
import { Conflict, Database, hubSettings, Outbox, visibleSql, type Action, type Settings } from '@hub/core/server';
import type { ArchivedFile, BroughtFile, FamilyFiles } from '@hub/plugins/exchange/contract';
import { attachmentId, attachmentQuarantined, attachmentUuid } from '@hub/plugins/files/contract';
import { versionUuid } from '@hub/plugins/interventions/contract';
import type { EntityManager } from 'typeorm';
import { openSql, placedSql } from './attachment.read';
import { AttachmentRecord, KeptRecord, StoredRecord } from './attachment.record';
import { Intake, type InspectedFile } from './intake/inspect';
import { RefusedFile } from './intake/refused-file';
import { Storage } from './storage/storage';

type Restoring = Pick<Action, 'at' | 'tx'>;

@Injectable()
export class FilesOfFamilies implements FamilyFiles {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(Intake) private readonly intake: Intake,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(hubSettings) private readonly settings: Pick<Settings, 'files'>,
  ) {}

  async contents({ keys }: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const rows = await this.database.read<{ id: string; key: string }>({
      name: 'files of a family',
      text: `SELECT a.id::text, a.storage_key::text AS key
             FROM ${placedSql([])} a JOIN core.entity e ON e.ref = a.guard_ref
             WHERE a.id = ANY($1::uuid[]) AND a.status = 'READY'
               AND ${visibleSql('e', asking.keys)} AND ${openSql([], { t: 'a', viewer: asking })}`,
      values: [ids.flatMap((id) => attachmentUuid(id) ?? []), keys],
    });
    const found = new Map<string, Uint8Array>();
    for (const { id, key } of rows) found.set(attachmentId(id), await buffer(await this.storage.read(key)));
    return found;
  }

  async problemOf(file: BroughtFile): Promise<string | null> {
    try {
      return await this.intake.takeBack(sentOf(file), ({ finding }) =>
        Promise.resolve(finding && `This file is malware: ${finding}`),
      );
    } catch (error) {
      if (error instanceof RefusedFile) return error.message;
      throw error;
    }
  }

  /** Bytes that were put away for a transaction that fails are taken away again. */
  async restore({ tx, at }: Restoring, file: ArchivedFile): Promise<void> {
    const id = await freeUuid(tx, file);
    const key = randomUUID();
    await tx.insert(StoredRecord, { key, reservedAt: at });
    await this.intake.takeBack(sentOf(file), async (inspected) => {
      await this.storage.put(key, inspected);
      await this.attach({ tx, at }, { ...file, id }, key, inspected).catch(async (error: unknown) => {
        await this.storage.remove(key);
        throw error;
      });
    });
  }

  private async attach({ tx, at }: Restoring, file: ArchivedFile, storageKey: string, { size }: InspectedFile) {
    const { id, intervention: subjectRef, name, mediaType, alternative, addedAt, addedBy, isCurrent } = file;
    const isReady = !this.settings.files.scanner;
    await tx.insert(AttachmentRecord, {
      ...{ id, subjectRef, storageKey, name, mediaType, size, alternative, addedAt, addedBy, needs: [], kept: true },
      ...{ rowPrefix: null, rowId: null },
      ...{ finding: null, status: isReady ? 'READY' : 'QUARANTINED', removedAt: isCurrent ? null : at },
    });
    for (const version of file.versions)
      await tx.insert(KeptRecord, { versionId: versionUuid(version) ?? '', attachmentId: id });
    if (isReady) return;
    const facts = { attachment: id };
    await this.outbox.add(tx, { name: attachmentQuarantined.name, subject: subjectRef, actor: addedBy, at, facts });
  }
}

/** Only keys are asked for: a family has no rows with files of their own. */
const asking = { keys: '$2::text[]', ref: 'NULL::text', session: 'NULL::uuid' };

const sentOf = ({ content, name, mediaType }: BroughtFile) => ({
  ...{ name, mediaType },
  body: Readable.from([Buffer.from(content)]),
});

async function freeUuid(tx: EntityManager, { id }: ArchivedFile): Promise<string> {
  const uuid = attachmentUuid(id);
  if (!uuid || (await tx.existsBy(AttachmentRecord, { id: uuid })))
    throw new Conflict(`${id} is in this hub already, as something else`);
  return uuid;
}
