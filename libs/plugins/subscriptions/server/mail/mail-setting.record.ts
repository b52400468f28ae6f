/** How one person is told by mail. Having chosen nothing is having no row. */
import type { EntityRef } from '@hub/core/contract';
import type { MailDay, MailFrequency } from '@hub/plugins/subscriptions/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'subscriptions', name: 'mail_setting' })
export class MailSettingRecord {
  @PrimaryColumn({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @Column({ type: 'text' }) mailed: MailFrequency;
  @Column({ name: 'for_you', type: 'text', nullable: true }) forYou: MailFrequency | null;
  @Column({ type: 'text' }) day: MailDay;
  @Column({ name: 'most_a_day', type: 'int' }) mostADay: number;
}
