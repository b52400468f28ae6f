/** Identity's records. */
import type { EntityRef } from '@hub/core/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const moment = { type: 'timestamptz', precision: 3 } as const;

/** The address by which a member signs in. */
@Entity({ schema: 'identity', name: 'address' })
export class AddressRecord {
  @PrimaryColumn({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @Column({ type: 'text' }) email: string;
  @Column({ ...moment }) since: Date;
}

/** A domain whose addresses may sign in. */
@Entity({ schema: 'identity', name: 'allowed_domain' })
export class AllowedDomainRecord {
  @PrimaryColumn({ type: 'text' }) pattern: string;
  @Column({ name: 'added_at', ...moment }) addedAt: Date;
  @Column({ name: 'added_by', type: 'text', nullable: true }) addedBy: EntityRef | null;
}

/** A code that was asked for, until the letter is written. */
@Entity({ schema: 'identity', name: 'code_request' })
export class CodeRequestRecord {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) email: string;
  @Column({ ...moment }) at: Date;
}

/** The present code of an address; both are kept as hashes. */
@Entity({ schema: 'identity', name: 'sign_in_code' })
export class SignInCodeRecord {
  @PrimaryColumn({ name: 'address_hash', type: 'bytea' }) addressHash: Buffer;
  @Column({ type: 'bytea' }) salt: Buffer;
  @Column({ name: 'code_hash', type: 'bytea' }) codeHash: Buffer;
  @Column({ name: 'expires_at', ...moment }) expiresAt: Date;
  @Column({ type: 'int' }) wrong: number;
}

/** Who somebody is at an OpenID provider: issuer and subject, never an address. */
@Entity({ schema: 'identity', name: 'login' })
export class LoginRecord {
  @PrimaryColumn({ type: 'text' }) issuer: string;
  @PrimaryColumn({ type: 'text' }) subject: string;
  @Column({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @Column({ ...moment }) since: Date;
}

/** A sign-in that is under way at the provider. */
@Entity({ schema: 'identity', name: 'oidc_start' })
export class OidcStartRecord {
  @PrimaryColumn({ name: 'cookie_hash', type: 'bytea' }) cookieHash: Buffer;
  @Column({ type: 'text' }) state: string;
  @Column({ type: 'text' }) nonce: string;
  @Column({ type: 'text' }) verifier: string;
  @Column({ name: 'return_path', type: 'text' }) returnPath: string;
  @Column({ name: 'expires_at', ...moment }) expiresAt: Date;
}

/** A logout token that was taken. */
@Entity({ schema: 'identity', name: 'logout_token' })
export class LogoutTokenRecord {
  @PrimaryColumn({ type: 'text' }) issuer: string;
  @PrimaryColumn({ type: 'text' }) jti: string;
  @Column({ name: 'expires_at', ...moment }) expiresAt: Date;
}

/** The secret that a member's authenticator app shares with the hub. It counts once confirmed. */
@Entity({ schema: 'identity', name: 'second_factor' })
export class SecondFactorRecord {
  @PrimaryColumn({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @Column({ type: 'text' }) secret: string;
  @Column({ name: 'started_at', ...moment }) startedAt: Date;
  @Column({ name: 'confirmed_at', ...moment, nullable: true }) confirmedAt: Date | null;
  /** The latest 30 seconds whose code was taken: none counts twice. */
  @Column({ name: 'last_step', type: 'bigint' }) lastStep: string;
}

/** A code for the day the phone is lost. */
@Entity({ schema: 'identity', name: 'recovery_code' })
export class RecoveryCodeRecord {
  @PrimaryColumn({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @PrimaryColumn({ name: 'code_hash', type: 'bytea' }) codeHash: Buffer;
  @Column({ name: 'used_at', ...moment, nullable: true }) usedAt: Date | null;
}

/** A change of address that waits for both places to confirm. */
@Entity({ schema: 'identity', name: 'email_change' })
export class EmailChangeRecord {
  @PrimaryColumn({ name: 'member_ref', type: 'text' }) memberRef: EntityRef;
  @Column({ name: 'new_email', type: 'text' }) newEmail: string;
  @Column({ name: 'old_token_hash', type: 'bytea', nullable: true }) oldTokenHash: Buffer | null;
  /** Null when the address is somebody else's already: nobody can confirm it, and nobody is told. */
  @Column({ name: 'new_token_hash', type: 'bytea', nullable: true }) newTokenHash: Buffer | null;
  @Column({ name: 'old_confirmed_at', ...moment, nullable: true }) oldConfirmedAt: Date | null;
  @Column({ name: 'new_confirmed_at', ...moment, nullable: true }) newConfirmedAt: Date | null;
  @Column({ name: 'expires_at', ...moment }) expiresAt: Date;
}

export const identityRecords = [
  AddressRecord,
  AllowedDomainRecord,
  CodeRequestRecord,
  SignInCodeRecord,
  LoginRecord,
  OidcStartRecord,
  LogoutTokenRecord,
  SecondFactorRecord,
  RecoveryCodeRecord,
  EmailChangeRecord,
];
