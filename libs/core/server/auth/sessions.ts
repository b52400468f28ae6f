/** Server-side sessions: a random token in the cookie, only its hash stored, ended by idleness, age, sign-out or somebody's decision. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { anonymous, type EntityRef, type Viewer } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import type { SignInWay } from '../database/core.records';
import { Database } from '../database/database';
import { cannotWrite } from '../database/database-down';
import { Live } from '../live/live';
import { heldKeysSql, viewerTopic } from './accounts';
import type { Proof, WayToProve } from './proof';
import { hashOfToken, newToken } from './tokens';

export interface SessionLimits {
  readonly idleMinutes: number;
  readonly hours: number;
}

export const sessionLimits = Symbol('session limits');

export interface NewSession {
  readonly way: SignInWay;
  /** What the browser says it is, so that people tell their sessions apart. */
  readonly device?: string;
  /** The second factor is still to be proved: nobody is signed in until then. */
  readonly awaitsSecondFactor?: boolean;
  /** The provider asked for a second factor itself. */
  readonly hasSecondFactor?: boolean;
  /** Who the OpenID provider says it is, and which of its own sessions this came from: for sign-out from its side. */
  readonly provider?: { readonly issuer: string; readonly subject: string; readonly session: string | null };
}

/** Sessions of one member, or those that came from one sign-in at an OpenID provider. */
export type WhichSessions =
  | { readonly member: EntityRef; readonly but?: string | null }
  | { readonly issuer: string; readonly subject: string | null; readonly session: string | null };

@Injectable()
export class Sessions {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Live) private readonly live: Live,
    @Inject(sessionLimits) private readonly limits: SessionLimits,
  ) {}

  /** Opens a session for a member with an account. Gives the token for the cookie, which is stored nowhere else. */
  async open(tx: EntityManager, member: EntityRef, session: NewSession): Promise<string> {
    const token = newToken();
    await tx.query(
      `INSERT INTO core.session (id, token_hash, member_ref, created_at, last_seen_at, way, device, awaits_second_factor, second_factor_at,
         provider_issuer, provider_subject, provider_session)
       VALUES ($1, $2, $3, now(), now(), $4, left($5, 300), $6, CASE WHEN $7::boolean THEN now() END, $8, $9, $10)`,
      [
        randomUUID(),
        hashOfToken(token),
        member,
        session.way,
        session.device ?? '',
        session.awaitsSecondFactor ?? false,
        session.hasSecondFactor ?? false,
        session.provider?.issuer ?? null,
        session.provider?.subject ?? null,
        session.provider?.session ?? null,
      ],
    );
    return token;
  }

  /**
   * Who holds this token. Anonymous when there is none, or when its session has ended or waits for the second factor. What a page asks
   * by itself, with nobody there, does not keep the session alive.
   */
  async viewerOf(token: string | null, isAttended = true): Promise<Viewer> {
    if (!token) return anonymous;
    const hash = hashOfToken(token);
    return (await this.viewersOf([hash], isAttended)).get(hash.toString('base64')) ?? anonymous;
  }

  /** Who holds these tokens, by the hash of each in base64, on the same terms. */
  async viewersOf(hashes: readonly Buffer[], isAttended: boolean): Promise<ReadonlyMap<string, Viewer>> {
    const rows = await this.rowsOf('s.token_hash = ANY($1::bytea[])', hashes, isAttended);
    return new Map(rows.map((row) => [row.token_hash.toString('base64'), viewerIn(row)]));
  }

  /** Proves, within another statement, that the token still is of this session, and that its member holds the same keys. */
  proofOf(token: string): Proof {
    return { way: bySession, values: [hashOfToken(token), this.limits.idleMinutes, this.limits.hours] };
  }

  /** The viewer of a session as they are now. Anonymous when it has ended. Asking is no sign of life: an open page may be unattended. */
  async currentViewer(sessionId: string): Promise<Viewer> {
    return (await this.currentViewers([sessionId])).get(sessionId) ?? anonymous;
  }

  /** The viewers of many sessions as they are now, by session; those that have ended are not among them. */
  async currentViewers(sessionIds: readonly string[]): Promise<ReadonlyMap<string, Viewer>> {
    if (sessionIds.length === 0) return new Map();
    const rows = await this.rowsOf('s.id = ANY($1::uuid[])', sessionIds, false);
    return new Map(rows.map((row) => [row.id, viewerIn(row)]));
  }

  /** The member whose session waits for its second factor under this token, or null. */
  async awaitingSecondFactor(tx: EntityManager, token: string): Promise<EntityRef | null> {
    const [row] = await tx.query<{ member_ref: EntityRef }[]>(
      `SELECT s.member_ref FROM core.session s JOIN core.account a ON a.ref = s.member_ref
       WHERE s.token_hash = $1 AND s.awaits_second_factor AND s.ended_at IS NULL AND a.suspended_at IS NULL
         AND s.created_at > now() - interval '15 minutes'`,
      [hashOfToken(token)],
    );
    return row?.member_ref ?? null;
  }

  /** The second factor was proved: the session goes on under a new token, which is given. */
  async proveSecondFactor(tx: EntityManager, token: string): Promise<string> {
    const fresh = newToken();
    await tx.query(
      `UPDATE core.session SET token_hash = $2, awaits_second_factor = false, second_factor_at = now(), last_seen_at = now()
       WHERE token_hash = $1 AND ended_at IS NULL`,
      [hashOfToken(token), hashOfToken(fresh)],
    );
    return fresh;
  }

  /** The second factor was proved in a session that runs: it goes on under a new token, which is given. */
  async renewBySecondFactor(tx: EntityManager, sessionId: string): Promise<string> {
    const fresh = newToken();
    await tx.query(
      'UPDATE core.session SET token_hash = $2, second_factor_at = now() WHERE id = $1::uuid AND ended_at IS NULL',
      [sessionId, hashOfToken(fresh)],
    );
    return fresh;
  }

  /** Ends the session of a token. True when one ran. */
  async end(token: string): Promise<boolean> {
    const ended = await this.database.transaction((tx) => this.endWhere(tx, 'token_hash = $1', [hashOfToken(token)]));
    return ended > 0;
  }

  /** Marks those as ended that idleness or age has ended, so that lists of sessions are true. Gives how many. */
  endExpired(tx: EntityManager): Promise<number> {
    const { idleMinutes, hours } = this.limits;
    return this.endWhere(
      tx,
      `(last_seen_at < now() - $1 * interval '1 minute' OR created_at < now() - $2 * interval '1 hour')`,
      [idleMinutes, hours],
    );
  }

  /** Ends one session of a member. False when there is none by that id that still runs. */
  async endOne(tx: EntityManager, member: EntityRef, sessionId: string): Promise<boolean> {
    return (await this.endWhere(tx, 'member_ref = $1 AND id = $2::uuid', [member, sessionId])) > 0;
  }

  /** Ends many sessions, and gives how many. */
  endAll(tx: EntityManager, which: WhichSessions): Promise<number> {
    if ('member' in which)
      return this.endWhere(tx, 'member_ref = $1 AND id IS DISTINCT FROM $2::uuid', [which.member, which.but ?? null]);
    return this.endWhere(
      tx,
      'provider_issuer = $1 AND ($2::text IS NULL OR provider_subject = $2) AND ($3::text IS NULL OR provider_session = $3)',
      [which.issuer, which.subject, which.session],
    );
  }

  /** Ends the sessions, and tells every instance to close what they opened. */
  private async endWhere(tx: EntityManager, condition: string, values: unknown[]): Promise<number> {
    const [rows] = await tx.query<[{ id: string; member_ref: EntityRef }[], number]>(
      `UPDATE core.session SET ended_at = now() WHERE ${condition} AND ended_at IS NULL RETURNING id, member_ref`,
      values,
    );
    for (const { id, member_ref } of rows)
      await this.live.publishAhead(tx, [viewerTopic(member_ref)], { change: 'session ended', session: id });
    return rows.length;
  }

  /** While nothing can be written, people go on reading, and it is not noted that they do. */
  private async rowsOf(condition: string, values: readonly unknown[], isSeen: boolean): Promise<ViewerRow[]> {
    return this.rowsWhere(condition, values, isSeen).catch((error: unknown) => {
      if (isSeen && cannotWrite(error)) return this.rowsWhere(condition, values, false);
      throw error;
    });
  }

  /** It is noted once a minute that a session is used. Whoever finds it being noted does not wait: it is noted then. */
  private rowsWhere(condition: string, values: readonly unknown[], isSeen: boolean) {
    const seen = `, seen AS (
          UPDATE core.session s SET last_seen_at = now() WHERE s.id IN (
            SELECT u.id FROM core.session u JOIN found ON found.id = u.id
            WHERE found.last_seen_at < now() - interval '1 minute' FOR NO KEY UPDATE OF u SKIP LOCKED)
        )`;
    return this.database.read<ViewerRow>({
      name: `viewers ${isSeen ? 'seen ' : ''}where ${condition}`,
      text: `WITH found AS (
          SELECT s.id, s.token_hash, s.last_seen_at, a.ref, ${heldKeysSql('a')} AS keys,
            CASE WHEN s.way = 'demonstration' THEN now() ELSE s.second_factor_at END AS second_factor_at
          FROM core.session s JOIN core.account a ON a.ref = s.member_ref
          WHERE ${condition} AND ${runsSql('$2', '$3')}
        )${isSeen ? seen : ''}
        SELECT id, token_hash, ref, keys, second_factor_at FROM found`,
      values: [values, this.limits.idleMinutes, this.limits.hours],
    });
  }
}

function viewerIn({ id, ref, keys, second_factor_at }: ViewerRow): Viewer {
  return { ref, keys, sessionId: id, secondFactorAt: second_factor_at };
}

/** True for a session (`s`, with its account `a`) that runs and is somebody's. */
function runsSql(idleMinutes: string, hours: string): string {
  return (
    `s.ended_at IS NULL AND NOT s.awaits_second_factor AND a.suspended_at IS NULL ` +
    `AND s.last_seen_at > now() - ${idleMinutes} * interval '1 minute' AND s.created_at > now() - ${hours} * interval '1 hour'`
  );
}

const bySession: WayToProve = {
  name: 'session',
  sql: ({ ref, keys, session }, value) =>
    `SELECT a.ref = ${ref} AND ${heldKeysSql('a')} = ${keys} FROM core.session s JOIN core.account a ON a.ref = s.member_ref ` +
    `WHERE s.token_hash = ${value(0, 'bytea')} AND s.id = ${session} AND ${runsSql(value(1, 'int'), value(2, 'int'))}`,
};

interface ViewerRow {
  readonly id: string;
  readonly token_hash: Buffer;
  readonly ref: EntityRef;
  readonly keys: string[];
  readonly second_factor_at: Date | null;
}
