/** A search that somebody keeps. Its name is the title of its directory entry, which nobody else can see. */
import type { EntityRef } from '@hub/core/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'search', name: 'saved' })
export class SavedRecord {
  @PrimaryColumn({ type: 'text' }) ref: EntityRef;
  @Column({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @Column({ type: 'text' }) text: string;
  /** As SearchKind names them. An empty filter lets everything through. */
  @Column({ type: 'text', array: true }) kinds: string[];
  @Column({ name: 'care_models', type: 'text', array: true }) careModels: EntityRef[];
  @Column({ type: 'text', array: true }) stages: string[];
  @Column({ type: 'int', array: true }) lessons: number[];
  @Column({ type: 'int', array: true }) enablers: number[];
  @Column({ type: 'text', array: true }) tags: string[];
  @Column({ name: 'changed_from', type: 'timestamptz', precision: 3, nullable: true }) changedFrom: Date | null;
  @Column({ name: 'changed_before', type: 'timestamptz', precision: 3, nullable: true }) changedBefore: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 }) createdAt: Date;
}
