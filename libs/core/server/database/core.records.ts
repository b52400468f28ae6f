/** Core's own records: the directory, accounts and sessions, the outbox, remembered requests. */
import type { EntityRef, Visibility } from '@hub/core/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { coreTrustRecords } from './core-trust.records';

const moment = { type: 'timestamptz', precision: 3 } as const;

/** One row of the directory. */
@Entity({ schema: 'core', name: 'entity' })
export class EntityRecord {
  @PrimaryColumn({ type: 'text' }) ref: EntityRef;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'text' }) summary: string;
  @Column({ name: 'care_models', type: 'text', array: true }) careModels: EntityRef[];
  @Column({ name: 'owner_ref', type: 'text', nullable: true }) ownerRef: EntityRef | null;
  @Column({ name: 'community_ref', type: 'text', nullable: true }) communityRef: EntityRef | null;
  @Column({ type: 'text' }) visibility: Visibility;
  @Column({ type: 'text', array: true }) within: EntityRef[];
  @Column({ type: 'text', array: true }) needs: string[];
  @Column({ type: 'text', nullable: true }) state: string | null;
  @Column({ name: 'created_at', ...moment }) createdAt: Date;
  @Column({ name: 'updated_at', ...moment }) updatedAt: Date;
}

/** A member's account: the keys that open things to them. */
@Entity({ schema: 'core', name: 'account' })
export class AccountRecord {
  @PrimaryColumn({ type: 'text' }) ref: EntityRef;
  @Column({ type: 'text', array: true }) keys: string[];
  @Column({ name: 'suspended_at', ...moment, nullable: true }) suspendedAt: Date | null;
}

/** How a session was opened. */
export type SignInWay = 'demonstration' | 'code' | 'oidc';

/** A session; only the hash of its token is stored. */
@Entity({ schema: 'core', name: 'session' })
export class SessionRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'token_hash', type: 'bytea' }) tokenHash: Buffer;
  @Column({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @Column({ name: 'created_at', ...moment }) createdAt: Date;
  @Column({ name: 'last_seen_at', ...moment }) lastSeenAt: Date;
  @Column({ name: 'ended_at', ...moment, nullable: true }) endedAt: Date | null;
  @Column({ type: 'text' }) way: SignInWay;
  @Column({ type: 'text' }) device: string;
  @Column({ name: 'awaits_second_factor', type: 'boolean' }) awaitsSecondFactor: boolean;
  @Column({ name: 'second_factor_at', ...moment, nullable: true }) secondFactorAt: Date | null;
  @Column({ name: 'provider_issuer', type: 'text', nullable: true }) providerIssuer: string | null;
  @Column({ name: 'provider_subject', type: 'text', nullable: true }) providerSubject: string | null;
  @Column({ name: 'provider_session', type: 'text', nullable: true }) providerSession: string | null;
}

/** A domain event; kept as the audit trail. */
@Entity({ schema: 'core', name: 'domain_event' })
export class DomainEventRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) name: string;
  @Column({ name: 'subject_ref', type: 'text' }) subjectRef: EntityRef;
  @Column({ name: 'actor_ref', type: 'text', nullable: true }) actorRef: EntityRef | null;
  @Column({ ...moment }) at: Date;
  @Column({ type: 'jsonb' }) facts: Record<string, unknown>;
  @Column({ type: 'boolean', insert: false, update: false }) loaded: boolean;
}

/** One handler's duty to handle one domain event. */
@Entity({ schema: 'core', name: 'delivery' })
export class DeliveryRecord {
  @PrimaryColumn({ name: 'event_id', type: 'uuid' }) eventId: string;
  @PrimaryColumn({ type: 'text' }) handler: string;
  @Column({ type: 'int' }) attempts: number;
  @Column({ name: 'next_at', ...moment }) nextAt: Date;
  @Column({ name: 'done_at', ...moment, nullable: true }) doneAt: Date | null;
  @Column({ name: 'parked_at', ...moment, nullable: true }) parkedAt: Date | null;
  @Column({ type: 'text', nullable: true }) problem: string | null;
}

/** A request already answered, so that a retry gets the same answer. */
@Entity({ schema: 'core', name: 'remembered_request' })
export class RememberedRequestRecord {
  @PrimaryColumn({ type: 'text' }) key: string;
  @Column({ name: 'input_hash', type: 'text' }) inputHash: string;
  @Column({ type: 'jsonb', nullable: true }) answer: Record<string, unknown> | null;
  @Column({ ...moment }) at: Date;
}

export const coreRecords = [
  EntityRecord,
  AccountRecord,
  SessionRecord,
  DomainEventRecord,
  DeliveryRecord,
  RememberedRequestRecord,
  ...coreTrustRecords,
];
