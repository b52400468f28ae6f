/** Members and the sites they belong to. A member's name stands in the directory. */
import type { EntityRef } from '@hub/core/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'sites', name: 'member' })
export class MemberRecord {
  @PrimaryColumn({ type: 'text' }) ref: EntityRef;
  @Column({ name: 'role_title', type: 'text', nullable: true }) roleTitle: string | null;
  @Column({ name: 'professional_group', type: 'text', nullable: true }) professionalGroup: string | null;
  @Column({ type: 'text', array: true }) skills: string[];
  @Column({ type: 'text', nullable: true }) bio: string | null;
  @Column({ type: 'boolean' }) illustrative: boolean;
}

@Entity({ schema: 'sites', name: 'membership' })
export class MembershipRecord {
  @PrimaryColumn({ name: 'site_ref', type: 'text' }) siteRef: EntityRef;
  @PrimaryColumn({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @Column({ type: 'timestamptz', precision: 3 }) since: Date;
}
