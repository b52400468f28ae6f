/** What came of a message that was brought. */
import type { EntityRef } from '@hub/core/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'subscriptions', name: 'received_mail' })
export class ReceivedMailRecord {
  @PrimaryColumn({ type: 'bytea' }) key: Buffer;
  /** Whose reply it was; null where that is not known. */
  @Column({ name: 'member_ref', type: 'text', nullable: true }) memberRef: EntityRef | null;
  @Column({ type: 'text' }) outcome: string;
  @Column({ name: 'received_at', type: 'timestamptz', precision: 3 }) receivedAt: Date;
}
