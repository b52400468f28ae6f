/** One person's rule for one thing. Having none is having no row. */
import type { EntityRef } from '@hub/core/contract';
import type { FollowLevel, MailFrequency } from '@hub/plugins/subscriptions/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'subscriptions', name: 'follow' })
export class FollowRecord {
  @PrimaryColumn({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @PrimaryColumn({ name: 'target_ref', type: 'text' }) targetRef: EntityRef;
  @Column({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) level: Exclude<FollowLevel, 'NONE'>;
  /** How it is told by mail; null: as the person has it for all. */
  @Column({ type: 'text', nullable: true }) mailed: MailFrequency | null;
  @Column({ type: 'timestamptz', precision: 3 }) since: Date;
}
