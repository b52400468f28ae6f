/** A file that is attached to something in the directory. Once a version keeps it, it never changes. */
import type { EntityRef } from '@hub/core/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const moment = { type: 'timestamptz', precision: 3 } as const;

@Entity({ schema: 'files', name: 'attachment' })
export class AttachmentRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  /** The thing; who sent it, until what they write takes it; null where it is a row's. */
  @Column({ name: 'subject_ref', type: 'text', nullable: true }) subjectRef: EntityRef | null;
  /** The row that it belongs to, such as a post. */
  @Column({ name: 'row_prefix', type: 'text', nullable: true }) rowPrefix: string | null;
  @Column({ name: 'row_id', type: 'uuid', nullable: true }) rowId: string | null;
  /** Keys that a viewer must hold beside those that the subject needs. */
  @Column({ type: 'text', array: true }) needs: string[];
  @Column({ name: 'storage_key', type: 'uuid' }) storageKey: string;
  @Column({ type: 'text' }) name: string;
  @Column({ name: 'media_type', type: 'text' }) mediaType: string;
  @Column({ type: 'int' }) size: number;
  @Column({ type: 'text' }) alternative: string;
  @Column({ type: 'text' }) status: 'QUARANTINED' | 'READY';
  @Column({ type: 'text', nullable: true }) finding: string | null;
  @Column({ type: 'boolean' }) kept: boolean;
  @Column({ name: 'added_at', ...moment }) addedAt: Date;
  /** Null where it is a row's: who wrote that is known there alone. */
  @Column({ name: 'added_by', type: 'text', nullable: true }) addedBy: EntityRef | null;
  @Column({ name: 'removed_at', ...moment, nullable: true }) removedAt: Date | null;
}

/** A key in the storage, known before the bytes are. */
@Entity({ schema: 'files', name: 'stored' })
export class StoredRecord {
  @PrimaryColumn({ type: 'uuid' }) key: string;
  @Column({ name: 'reserved_at', ...moment }) reservedAt: Date;
}

/** That a published version keeps a file. */
@Entity({ schema: 'files', name: 'kept' })
export class KeptRecord {
  @PrimaryColumn({ name: 'version_id', type: 'uuid' }) versionId: string;
  @PrimaryColumn({ name: 'attachment_id', type: 'uuid' }) attachmentId: string;
}
