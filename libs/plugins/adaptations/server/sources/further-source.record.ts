/** Another intervention that an adaptation draws on, beside the one that it started from. */
import type { EntityRef } from '@hub/core/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'adaptations', name: 'further_source' })
export class FurtherSourceRecord {
  @PrimaryColumn({ name: 'adaptation_ref', type: 'text' }) adaptationRef: EntityRef;
  @PrimaryColumn({ name: 'source_ref', type: 'text' }) sourceRef: EntityRef;
  @Column({ name: 'source_version_id', type: 'uuid' }) sourceVersionId: string;
  @Column({ type: 'text', nullable: true }) what: string | null;
  @Column({ name: 'added_at', type: 'timestamptz', precision: 3 }) addedAt: Date;
  @Column({ name: 'added_by', type: 'text' }) addedBy: EntityRef;
}
