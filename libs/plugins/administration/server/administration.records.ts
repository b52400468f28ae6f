/** Administration's records. */
import type { EntityRef } from '@hub/core/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const moment = { type: 'timestamptz', precision: 3 } as const;

/** One thing that an administrator opened by breaking the glass, and for how long. */
@Entity({ schema: 'administration', name: 'broken_glass' })
export class BrokenGlassRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @Column({ name: 'entity_ref', type: 'text' }) entityRef: EntityRef;
  @Column({ type: 'text', array: true }) keys: string[];
  @Column({ type: 'text' }) reason: string;
  @Column({ name: 'opened_at', ...moment }) openedAt: Date;
  @Column({ ...moment }) until: Date;
}

/** A record that appraisal leaves alone. */
@Entity({ schema: 'administration', name: 'legal_hold' })
export class LegalHoldRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'record_ref', type: 'text' }) recordRef: EntityRef;
  @Column({ type: 'text' }) reason: string;
  @Column({ name: 'by_ref', type: 'text' }) byRef: EntityRef;
  @Column({ ...moment }) since: Date;
  @Column({ name: 'lifted_at', ...moment, nullable: true }) liftedAt: Date | null;
}
