/** Invitations, requests to join and proposals of sites, with how they ended. */
import type { EntityRef } from '@hub/core/contract';
import type { SiteRole } from '@hub/plugins/sites/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const moment = { type: 'timestamptz', precision: 3 } as const;
const reference = { type: 'text' } as const;

export type RequestState = 'OPEN' | 'APPROVED' | 'DECLINED' | 'WITHDRAWN';

@Entity({ schema: 'membership', name: 'invitation' })
export class InvitationRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'site_ref', ...reference }) siteRef: EntityRef;
  /** In small letters. */
  @Column({ type: 'text' }) email: string;
  @Column({ type: 'text' }) role: SiteRole;
  /** The token itself stands in the letter, and nowhere else. */
  @Column({ name: 'token_hash', type: 'bytea' }) tokenHash: Buffer;
  @Column({ type: 'text' }) landing: string;
  @Column({ name: 'invited_by', ...reference }) invitedBy: EntityRef;
  @Column({ name: 'invited_at', ...moment }) invitedAt: Date;
  @Column({ name: 'expires_at', ...moment }) expiresAt: Date;
  @Column({ name: 'accepted_by', ...reference, nullable: true }) acceptedBy: EntityRef | null;
  @Column({ name: 'accepted_at', ...moment, nullable: true }) acceptedAt: Date | null;
  @Column({ name: 'revoked_at', ...moment, nullable: true }) revokedAt: Date | null;
}

@Entity({ schema: 'membership', name: 'join_request' })
export class JoinRequestRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'site_ref', ...reference }) siteRef: EntityRef;
  @Column({ name: 'member_ref', ...reference }) memberRef: EntityRef;
  @Column({ type: 'text' }) words: string;
  @Column({ name: 'asked_at', ...moment }) askedAt: Date;
  @Column({ type: 'text' }) state: RequestState;
  @Column({ type: 'text', nullable: true }) role: SiteRole | null;
  @Column({ type: 'text', nullable: true }) answer: string | null;
  @Column({ name: 'answered_by', ...reference, nullable: true }) answeredBy: EntityRef | null;
  @Column({ name: 'answered_at', ...moment, nullable: true }) answeredAt: Date | null;
}

@Entity({ schema: 'membership', name: 'site_proposal' })
export class SiteProposalRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) region: string;
  @Column({ name: 'care_models', type: 'text', array: true }) careModels: EntityRef[];
  @Column({ type: 'text' }) why: string;
  @Column({ name: 'proposed_by', ...reference }) proposedBy: EntityRef;
  @Column({ name: 'proposed_at', ...moment }) proposedAt: Date;
  @Column({ type: 'text' }) state: RequestState;
  @Column({ type: 'text', nullable: true }) answer: string | null;
  @Column({ name: 'answered_by', ...reference, nullable: true }) answeredBy: EntityRef | null;
  @Column({ name: 'answered_at', ...moment, nullable: true }) answeredAt: Date | null;
  @Column({ name: 'site_ref', ...reference, nullable: true }) siteRef: EntityRef | null;
}

export const membershipRecords = [InvitationRecord, JoinRequestRecord, SiteProposalRecord];
