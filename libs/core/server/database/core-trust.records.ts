/** Core's records of trust: API tokens, lent keys, tries, the audit log, mail on its way. */
import type { ApiScope, EntityRef } from '@hub/core/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const moment = { type: 'timestamptz', precision: 3 } as const;

/** A token for a client that is no browser; only its hash is stored. */
@Entity({ schema: 'core', name: 'api_token' })
export class ApiTokenRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'token_hash', type: 'bytea' }) tokenHash: Buffer;
  @Column({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text', array: true }) scopes: ApiScope[];
  @Column({ name: 'created_at', ...moment }) createdAt: Date;
  @Column({ name: 'expires_at', ...moment }) expiresAt: Date;
  @Column({ name: 'last_used_at', ...moment, nullable: true }) lastUsedAt: Date | null;
  @Column({ name: 'revoked_at', ...moment, nullable: true }) revokedAt: Date | null;
}

/** A key that a member holds for a while. */
@Entity({ schema: 'core', name: 'lent_key' })
export class LentKeyRecord {
  @PrimaryColumn({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @PrimaryColumn({ type: 'text' }) key: string;
  @Column({ ...moment }) until: Date;
}

/** How often something was tried lately; the columns are those of rate-limiter-flexible. */
@Entity({ schema: 'core', name: 'attempt' })
export class AttemptRecord {
  @PrimaryColumn({ type: 'varchar', length: 255 }) key: string;
  @Column({ type: 'int' }) points: number;
  @Column({ type: 'bigint', nullable: true }) expire: string | null;
}

/** One line of the audit log. */
@Entity({ schema: 'core', name: 'audit_entry' })
export class AuditEntryRecord {
  @PrimaryColumn({ type: 'bigint' }) number: string;
  @Column({ ...moment }) at: Date;
  @Column({ type: 'text' }) action: string;
  @Column({ type: 'text' }) outcome: 'done' | 'refused';
  @Column({ name: 'actor_ref', type: 'text', nullable: true }) actorRef: EntityRef | null;
  @Column({ name: 'subject_ref', type: 'text', nullable: true }) subjectRef: EntityRef | null;
  @Column({ type: 'jsonb' }) facts: Record<string, unknown>;
  @Column({ name: 'previous_hash', type: 'bytea' }) previousHash: Buffer;
  @Column({ type: 'bytea' }) hash: Buffer;
}

/** A letter to one person, and how its sending goes. */
@Entity({ schema: 'core', name: 'mail' })
export class MailRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ name: 'message_id', type: 'text' }) messageId: string;
  @Column({ name: 'member_ref', type: 'text', nullable: true }) memberRef: EntityRef | null;
  @Column({ type: 'text' }) recipient: string;
  @Column({ type: 'text' }) subject: string;
  @Column({ type: 'text' }) text: string;
  @Column({ type: 'text' }) html: string;
  @Column({ type: 'jsonb' }) headers: Record<string, string>;
  @Column({ type: 'boolean' }) secret: boolean;
  @Column({ type: 'text', array: true }) needs: string[];
  /** Who writes its words when it is sent; null where they stand here. */
  @Column({ type: 'text', nullable: true }) writer: string | null;
  @Column({ name: 'created_at', ...moment }) createdAt: Date;
  @Column({ name: 'next_at', ...moment }) nextAt: Date;
  @Column({ type: 'int' }) attempts: number;
  @Column({ name: 'sent_at', ...moment, nullable: true }) sentAt: Date | null;
  @Column({ name: 'failed_at', ...moment, nullable: true }) failedAt: Date | null;
  @Column({ type: 'text', nullable: true }) problem: string | null;
}

/** That a whole letter went to the mail server; nobody knows what came of that where the letter was not sent. */
@Entity({ schema: 'core', name: 'mail_handover' })
export class MailHandoverRecord {
  @PrimaryColumn({ name: 'mail_id', type: 'uuid' }) mailId: string;
  @PrimaryColumn({ type: 'int' }) number: number;
}

export const coreTrustRecords = [
  ...[ApiTokenRecord, LentKeyRecord, AttemptRecord, AuditEntryRecord],
  ...[MailRecord, MailHandoverRecord],
];
