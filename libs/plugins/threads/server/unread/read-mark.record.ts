/** How far a member has read a thread. */
import type { EntityRef } from '@hub/core/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'threads', name: 'read_mark' })
export class ReadMarkRecord {
  @PrimaryColumn({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @PrimaryColumn({ name: 'thread_ref', type: 'text' }) threadRef: EntityRef;
  /** Everything up to this position is read. */
  @Column({ name: 'last_position', type: 'int' }) lastPosition: number;
}
