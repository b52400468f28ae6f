/** What a site said of whether people benefit: the latest. */
import type { EntityRef } from '@hub/core/contract';
import type { Benefit } from '@hub/plugins/adaptations/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'adaptations', name: 'benefit' })
export class BenefitRecord {
  @PrimaryColumn({ name: 'adaptation_ref', type: 'text' }) adaptationRef: EntityRef;
  @Column({ type: 'text' }) benefit: Benefit;
  @Column({ type: 'text', nullable: true }) words: string | null;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
  @Column({ name: 'by_ref', type: 'text' }) byRef: EntityRef;
}
