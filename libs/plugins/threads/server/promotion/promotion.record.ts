import type { EntityRef } from '@hub/core/contract';
import type { PromotionKind } from '@hub/plugins/threads/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a post became in a record. Who did it stands in the record, where the record says so. */
@Entity({ schema: 'threads', name: 'promotion' })
export class PromotionRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'post_id', type: 'uuid' }) postId: string;
  @Column({ name: 'record_ref', type: 'text' }) recordRef: EntityRef;
  @Column({ type: 'text' }) kind: PromotionKind;
  @Column({ name: 'entry_id', type: 'uuid', nullable: true }) entryId: string | null;
  @Column({ type: 'text', nullable: true }) words: string | null;
  @Column({ name: 'component_key', type: 'text', nullable: true }) componentKey: string | null;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
}
