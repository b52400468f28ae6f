/** Server-side sessions: a random token in the cookie, only its hash stored, ended by idleness, age or sign-out. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { anonymous, type EntityRef, type Viewer } from '@hub/core/contract';
import { Database } from '../database/database';
import { Live } from '../live/live';
import { viewerTopic } from './accounts';

export interface SessionLimits {
  readonly idleMinutes: number;
  readonly hours: number;
}

export const sessionLimits = Symbol('session limits');

@Injectable()
export class Sessions {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Live) private readonly live: Live,
    @Inject(sessionLimits) private readonly limits: SessionLimits,
  ) {}

  /** Opens a session for a member with an account. Gives the token for the cookie, which is stored nowhere else. */
  async open(member: EntityRef): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.database.source.query(
      'INSERT INTO core.session (id, token_hash, member_ref, created_at, last_seen_at) VALUES ($1, $2, $3, now(), now())',
      [randomUUID(), hashOf(token), member],
    );
    return token;
  }

  /** Who holds this token. Anonymous when there is none, or when its session has ended. */
  async viewerOf(token: string | null): Promise<Viewer> {
    if (!token) return anonymous;
    return this.viewerWhere('s.token_hash = $1', hashOf(token), true);
  }

  /** The viewer of a session as they are now. Anonymous when it has ended. Asking is no sign of life: an open page may be unattended. */
  currentViewer(sessionId: string): Promise<Viewer> {
    return this.viewerWhere('s.id = $1::uuid', sessionId, false);
  }

  /** Ends a session, and tells every instance to close what it opened. */
  async end(token: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [rows] = await tx.query<[{ id: string; member_ref: EntityRef }[], number]>(
        'UPDATE core.session SET ended_at = now() WHERE token_hash = $1 AND ended_at IS NULL RETURNING id, member_ref',
        [hashOf(token)],
      );
      for (const { id, member_ref } of rows)
        await this.live.publish(tx, [viewerTopic(member_ref)], { change: 'session ended', session: id });
    });
  }

  private async viewerWhere(condition: string, value: Buffer | string, isSeen: boolean): Promise<Viewer> {
    const [row] = await this.database.read<{ id: string; ref: EntityRef; keys: string[] }>({
      name: `viewer where ${condition}`,
      text: `WITH found AS (
          SELECT s.id, s.last_seen_at, a.ref, a.keys FROM core.session s JOIN core.account a ON a.ref = s.member_ref
          WHERE ${condition} AND s.ended_at IS NULL
            AND s.last_seen_at > now() - $2 * interval '1 minute' AND s.created_at > now() - $3 * interval '1 hour'
        ), seen AS (
          UPDATE core.session s SET last_seen_at = now() FROM found
          WHERE $4::boolean AND s.id = found.id AND found.last_seen_at < now() - interval '1 minute'
        )
        SELECT id, ref, keys FROM found`,
      values: [value, this.limits.idleMinutes, this.limits.hours, isSeen],
    });
    return row ? { ref: row.ref, keys: row.keys, sessionId: row.id } : anonymous;
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
