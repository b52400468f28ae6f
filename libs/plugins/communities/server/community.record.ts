/** Communities, who belongs to them, and the ways in. */
import type { EntityRef } from '@hub/core/contract';
import type { CommunityKind, CommunityRole } from '@hub/plugins/communities/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const moment = { type: 'timestamptz', precision: 3 } as const;
const reference = { type: 'text' } as const;

/** Name, purpose and care models stand in the directory. */
@Entity({ schema: 'communities', name: 'community' })
export class CommunityRecord {
  @PrimaryColumn(reference) ref: EntityRef;
  @Column({ type: 'text' }) kind: CommunityKind;
  @Column({ type: 'text' }) welcome: string;
  /** The care model whose community it is. */
  @Column({ name: 'care_model_ref', ...reference, nullable: true }) careModelRef: EntityRef | null;
  @Column({ name: 'created_at', ...moment }) createdAt: Date;
  /** Counts the changes of what is said of it, so that a stale one is refused. */
  @Column({ type: 'int' }) revision: number;
}

@Entity({ schema: 'communities', name: 'membership' })
export class CommunityMembershipRecord {
  @PrimaryColumn({ name: 'community_ref', ...reference }) communityRef: EntityRef;
  @PrimaryColumn({ name: 'member_ref', ...reference }) memberRef: EntityRef;
  @Column({ type: 'text' }) role: CommunityRole;
  @Column(moment) since: Date;
}

export type RequestState = 'OPEN' | 'APPROVED' | 'DECLINED' | 'WITHDRAWN';

@Entity({ schema: 'communities', name: 'request' })
export class CommunityRequestRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'community_ref', ...reference }) communityRef: EntityRef;
  @Column({ name: 'member_ref', ...reference }) memberRef: EntityRef;
  @Column({ type: 'text' }) words: string;
  @Column({ name: 'asked_at', ...moment }) askedAt: Date;
  @Column({ type: 'text' }) state: RequestState;
  @Column({ type: 'text', nullable: true }) answer: string | null;
  @Column({ name: 'answered_by', ...reference, nullable: true }) answeredBy: EntityRef | null;
  @Column({ name: 'answered_at', ...moment, nullable: true }) answeredAt: Date | null;
}

/** One that waits for its answer: answered, it is gone, and the audit log keeps what became of it. */
@Entity({ schema: 'communities', name: 'invitation' })
export class CommunityInvitationRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'community_ref', ...reference }) communityRef: EntityRef;
  @Column({ name: 'member_ref', ...reference }) memberRef: EntityRef;
  @Column({ name: 'invited_by', ...reference }) invitedBy: EntityRef;
  @Column({ name: 'invited_at', ...moment }) invitedAt: Date;
}

export const communityRecords = [
  CommunityRecord,
  CommunityMembershipRecord,
  CommunityRequestRecord,
  CommunityInvitationRecord,
];
