/** API tokens: how a client that is no browser acts for a member. Scoped, hashed, expiring, revocable; never for administration. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { anonymous, type ApiScope, type EntityRef, type Viewer } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import { Database } from '../database/database';
import { Live } from '../live/live';
import { heldKeysSql, viewerTopic } from './accounts';
import type { Proof, WayToProve } from './proof';
import { hashOfToken, newToken } from './tokens';

const prefix = 'hub_';

export interface NewApiToken {
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly expiresAt: Date;
}

@Injectable()
export class ApiTokens {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Live) private readonly live: Live,
  ) {}

  /** Makes a token. The secret is given here and stored nowhere. */
  async make(tx: EntityManager, member: EntityRef, token: NewApiToken): Promise<{ id: string; secret: string }> {
    const id = randomUUID();
    const secret = `${prefix}${newToken()}`;
    await tx.query(
      `INSERT INTO core.api_token (id, token_hash, member_ref, name, scopes, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, now(), $6)`,
      [id, hashOfToken(secret), member, token.name, token.scopes, token.expiresAt],
    );
    return { id, secret };
  }

  /** Takes a token back at once, on every instance. False when the member has none by that id. */
  async revoke(tx: EntityManager, member: EntityRef, id: string): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      'UPDATE core.api_token SET revoked_at = now() WHERE member_ref = $1 AND id = $2::uuid AND revoked_at IS NULL RETURNING id',
      [member, id],
    );
    if (rows.length > 0)
      await this.live.publishAhead(tx, [viewerTopic(member)], { change: 'token revoked', token: id });
    return rows.length > 0;
  }

  /** Who an `Authorization: Bearer` header speaks for; null when there is no such header. Anonymous for a token that does not hold. */
  viewerOf(header: string | undefined): Promise<Viewer> | null {
    const secret = secretIn(header);
    return secret ? this.holderOf(hashOfToken(secret)) : null;
  }

  /** Whom these tokens speak for, by the hash of each in base64; those that do not hold are not among them. */
  async viewersOf(hashes: readonly Buffer[]): Promise<ReadonlyMap<string, Viewer>> {
    const rows = await this.rowsWhere('t.token_hash = ANY($1::bytea[])', hashes);
    return new Map(rows.map((row) => [row.hash.toString('base64'), holderIn(row)]));
  }

  /** Proves, within another statement, that the token in such a header still holds, and its member the same keys; null without one. */
  proofOf(header: string | undefined): Proof | null {
    const secret = secretIn(header);
    return secret ? { way: byToken, values: [hashOfToken(secret)] } : null;
  }

  /** Who a token speaks for as they are now. Anonymous when it holds no more. */
  async currentViewer(tokenId: string): Promise<Viewer> {
    return (await this.currentViewers([tokenId])).get(tokenId) ?? anonymous;
  }

  /** Whom many tokens speak for now, by token; those that hold no more are not among them. */
  async currentViewers(tokenIds: readonly string[]): Promise<ReadonlyMap<string, Viewer>> {
    if (tokenIds.length === 0) return new Map();
    const rows = await this.rowsWhere('t.id = ANY($1::uuid[])', tokenIds);
    return new Map(rows.map((row) => [row.id, holderIn(row)]));
  }

  private async holderOf(hash: Buffer): Promise<Viewer> {
    return (await this.viewersOf([hash])).get(hash.toString('base64')) ?? anonymous;
  }

  /** It is noted once a minute that a token is used. Whoever finds it being noted does not wait: it is noted then. */
  private rowsWhere(condition: string, values: readonly unknown[]): Promise<HolderRow[]> {
    return this.database.read<HolderRow>({
      name: `holders of API tokens where ${condition}`,
      text: `WITH found AS (
          SELECT t.id, t.token_hash, t.last_used_at, t.scopes, a.ref, ${heldKeysSql('a')} AS keys
          FROM core.api_token t JOIN core.account a ON a.ref = t.member_ref
          WHERE ${condition} AND ${holdsSql}
        ), used AS (
          UPDATE core.api_token t SET last_used_at = now() WHERE t.id IN (
            SELECT u.id FROM core.api_token u JOIN found ON found.id = u.id
            WHERE found.last_used_at IS NULL OR found.last_used_at < now() - interval '1 minute' FOR NO KEY UPDATE OF u SKIP LOCKED)
        )
        SELECT id, token_hash AS hash, ref, keys, scopes FROM found`,
      values: [values],
    });
  }
}

function holderIn({ id, ref, keys, scopes }: HolderRow): Viewer {
  return { ref, keys, scopes, tokenId: id, sessionId: null };
}

function secretIn(header: string | undefined): string | null {
  return /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1] ?? null;
}

/** True for a token (`t`, with its account `a`) that speaks for its member. */
const holdsSql = 't.revoked_at IS NULL AND t.expires_at > now() AND a.suspended_at IS NULL';

const byToken: WayToProve = {
  name: 'API token',
  sql: ({ ref, keys }, value) =>
    `SELECT a.ref = ${ref} AND ${heldKeysSql('a')} = ${keys} FROM core.api_token t JOIN core.account a ON a.ref = t.member_ref ` +
    `WHERE t.token_hash = ${value(0, 'bytea')} AND ${holdsSql}`,
};

interface HolderRow {
  readonly id: string;
  readonly hash: Buffer;
  readonly ref: EntityRef;
  readonly keys: string[];
  readonly scopes: ApiScope[];
}
