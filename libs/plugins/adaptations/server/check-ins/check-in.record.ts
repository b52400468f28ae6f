/** A question to the team of an adaptation that went quiet, and its answer. */
import type { EntityRef } from '@hub/core/contract';
import type { CheckInAnswer } from '@hub/plugins/adaptations/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const moment = { type: 'timestamptz', precision: 3 } as const;

@Entity({ schema: 'adaptations', name: 'check_in' })
export class CheckInRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'adaptation_ref', type: 'text' }) adaptationRef: EntityRef;
  /** When the last word had been said, or the question before was answered. */
  @Column({ name: 'quiet_since', ...moment }) quietSince: Date;
  @Column({ name: 'asked_at', ...moment }) askedAt: Date;
  @Column({ type: 'text', nullable: true }) answer: CheckInAnswer | null;
  @Column({ name: 'answered_at', ...moment, nullable: true }) answeredAt: Date | null;
  @Column({ name: 'answered_by', type: 'text', nullable: true }) answeredBy: EntityRef | null;
}
