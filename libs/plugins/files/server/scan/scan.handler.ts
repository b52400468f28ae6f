/** Has a quarantined file scanned. While the scanner cannot be asked the file stays where it is, and is tried again later. */
import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent } from '@hub/core/contract';
import { hubSettings, type DomainEventHandler, type Settings } from '@hub/core/server';
import type { EntityManager } from 'typeorm';
import { AttachmentRecord } from '../attachment.record';
import { AttachmentsService } from '../attachments.service';
import { Storage } from '../storage/storage';
import { scanned } from './clamav';

@Injectable()
export class ScanFile implements DomainEventHandler {
  constructor(
    @Inject(hubSettings) private readonly settings: Pick<Settings, 'files'>,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(AttachmentsService) private readonly attachments: AttachmentsService,
  ) {}

  /** A hub whose scanner was taken away since keeps what waits in quarantine: nobody has looked at it. */
  async handle({ facts }: DomainEvent, tx: EntityManager): Promise<void> {
    const { scanner } = this.settings.files;
    const id = String(facts.attachment);
    const record = await tx.findOneBy(AttachmentRecord, { id });
    if (!record || record.status === 'READY' || record.finding) return;
    if (!scanner) throw new Error('No scanner is set: HUB_CLAMAV');
    const finding = await scanned(await this.storage.read(record.storageKey), scanner);
    if (finding === null) await this.attachments.release(tx, id);
    else await this.attachments.condemn(tx, id, finding.slice(0, 200));
  }
}
