/** One event told to one person. */
import type { EntityRef } from '@hub/core/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const moment = { type: 'timestamptz', precision: 3 } as const;

@Entity({ schema: 'subscriptions', name: 'notification' })
export class NotificationRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @Column({ name: 'event_id', type: 'uuid' }) eventId: string;
  @Column({ name: 'event_name', type: 'text' }) eventName: string;
  @Column({ name: 'subject_ref', type: 'text' }) subjectRef: EntityRef;
  /** The id of a row that it opens in place of its subject. */
  @Column({ type: 'text', nullable: true }) opens: string | null;
  /** Told by no mail. */
  @Column({ name: 'in_hub_alone', type: 'boolean' }) inHubAlone: boolean;
  @Column({ name: 'actor_ref', type: 'text', nullable: true }) actorRef: EntityRef | null;
  @Column({ type: 'text' }) happened: string;
  @Column({ type: 'text', nullable: true }) because: string | null;
  @Column({ name: 'rule_ref', type: 'text', nullable: true }) ruleRef: EntityRef | null;
  /** FAMILY, or the name of a default rule; null when the member follows `ruleRef` itself. */
  @Column({ name: 'ruled_by', type: 'text', nullable: true }) ruledBy: string | null;
  @Column({ name: 'created_at', ...moment }) createdAt: Date;
  @Column({ name: 'read_at', ...moment, nullable: true }) readAt: Date | null;
}
