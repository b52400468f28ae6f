/** Members and the sites they belong to. A member's name stands in the directory. */
import type { EntityRef } from '@hub/core/contract';
import type { SiteRole } from '@hub/plugins/sites/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'sites', name: 'member' })
export class MemberRecord {
  @PrimaryColumn({ type: 'text' }) ref: EntityRef;
  @Column({ name: 'role_title', type: 'text', nullable: true }) roleTitle: string | null;
  @Column({ name: 'professional_group', type: 'text', nullable: true }) professionalGroup: string | null;
  @Column({ type: 'text', array: true }) skills: string[];
  @Column({ type: 'text', array: true }) interests: string[];
  @Column({ type: 'text', nullable: true }) pronouns: string | null;
  @Column({ type: 'text', nullable: true }) bio: string | null;
  @Column({ type: 'boolean' }) illustrative: boolean;
}

/** A member's photo as it is shown: small, and made anew by the hub, so that nothing of the file they sent is kept. */
@Entity({ schema: 'sites', name: 'member_photo' })
export class MemberPhotoRecord {
  @PrimaryColumn({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  /** WebP, 256 pixels square. */
  @Column({ type: 'bytea' }) image: Buffer;
  /** Changes with the photo, so that pages ask for the new one. */
  @Column({ type: 'text' }) mark: string;
  @Column({ name: 'added_at', type: 'timestamptz', precision: 3 }) addedAt: Date;
}

@Entity({ schema: 'sites', name: 'membership' })
export class MembershipRecord {
  @PrimaryColumn({ name: 'site_ref', type: 'text' }) siteRef: EntityRef;
  @PrimaryColumn({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @Column({ type: 'text' }) role: SiteRole;
  @Column({ type: 'timestamptz', precision: 3 }) since: Date;
}
