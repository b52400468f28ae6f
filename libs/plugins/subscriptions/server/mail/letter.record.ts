/** A mail with news, and how many a member got on a day. */
import type { EntityRef } from '@hub/core/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type NewsKind = 'AT_ONCE' | 'DIGEST';

@Entity({ schema: 'subscriptions', name: 'letter' })
export class LetterRecord {
  /** That of the letter in core's table of mail. */
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @Column({ type: 'text' }) kind: NewsKind;
  @Column({ type: 'date' }) day: string;
  /** The member gets no more on that day. */
  @Column({ name: 'last_of_day', type: 'boolean' }) lastOfDay: boolean;
  @Column({ name: 'created_at', type: 'timestamptz', precision: 3 }) createdAt: Date;
}

@Entity({ schema: 'subscriptions', name: 'mail_day' })
export class MailDayRecord {
  @PrimaryColumn({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @PrimaryColumn({ type: 'date' }) day: string;
  @Column({ type: 'int' }) mails: number;
}
