/** One person's rule for one thing. Having none is having no row, or one that says NONE where a default rule would hold without it. */
import type { EntityRef } from '@hub/core/contract';
import type { FollowLevel, MailFrequency, NewsTopic } from '@hub/plugins/subscriptions/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'subscriptions', name: 'follow' })
export class FollowRecord {
  @PrimaryColumn({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @PrimaryColumn({ name: 'target_ref', type: 'text' }) targetRef: EntityRef;
  @Column({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) level: FollowLevel;
  /** Kinds of news of which only what is addressed to the person is heard. */
  @Column({ name: 'leave_out', type: 'text', array: true }) leaveOut: NewsTopic[];
  /** Also all that came of it. */
  @Column({ name: 'whole_family', type: 'boolean' }) wholeFamily: boolean;
  /** How it is told by mail; null: as the person has it for all. */
  @Column({ type: 'text', nullable: true }) mailed: MailFrequency | null;
  @Column({ type: 'timestamptz', precision: 3 }) since: Date;
}

/** A default rule that somebody wants nothing of. */
@Entity({ schema: 'subscriptions', name: 'switched_off' })
export class SwitchedOffRecord {
  @PrimaryColumn({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  /** Its name. */
  @PrimaryColumn({ type: 'text' }) rule: string;
  @Column({ type: 'timestamptz', precision: 3 }) at: Date;
}
