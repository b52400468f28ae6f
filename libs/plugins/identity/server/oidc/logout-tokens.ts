/** Logout tokens: how the provider says that somebody signed out there. Each is checked whole, and counts once. */
import { Inject, Injectable } from '@nestjs/common';
import { Audit, Database, Sessions } from '@hub/core/server';
import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { OidcProvider } from './provider';
import { OidcRefused, refusedBecause } from './refused';

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** How old a token may be, and how long it is remembered, so that none counts twice. */
const oldestSeconds = 120;
const toleranceSeconds = 30;
const rememberedMs = 10 * 60_000;

@Injectable()
export class LogoutTokens {
  private keys: { readonly of: string; readonly get: JWTVerifyGetKey } | null = null;

  constructor(
    @Inject(OidcProvider) private readonly provider: OidcProvider,
    @Inject(Database) private readonly database: Database,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Ends the sessions that the token names, and gives how many. Throws OidcRefused for a token that does not hold. */
  async take(token: string): Promise<number> {
    const payload = await this.verified(token);
    const { iss: issuer = '', jti = '' } = payload;
    const [subject, session] = [textOrNull(payload.sub), textOrNull(payload.sid)];
    return this.database.transaction(async (tx) => {
      const fresh: unknown[] = await tx.query(
        `INSERT INTO identity.logout_token (issuer, jti, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING jti`,
        [issuer, jti, new Date(Date.now() + rememberedMs)],
      );
      if (fresh.length === 0) throw refusedBecause('replayed');
      const ended = await this.sessions.endAll(tx, { issuer, subject, session });
      const facts = { why: 'signed out at the provider', ended };
      await this.audit.add(tx, { action: 'session.ended', actor: null, facts });
      return ended;
    });
  }

  private async verified(token: string): Promise<JWTPayload> {
    try {
      const { issuer, jwks_uri: address } = (await this.provider.configuration()).serverMetadata();
      if (!address) throw refusedBecause('no keys');
      const { payload } = await jwtVerify(token, this.keysAt(address), {
        issuer,
        audience: this.provider.asked.clientId,
        typ: 'logout+jwt',
        algorithms,
        maxTokenAge: oldestSeconds,
        clockTolerance: toleranceSeconds,
        requiredClaims: ['iat', 'jti', 'events'],
      });
      requireLogout(payload);
      return payload;
    } catch (error) {
      throw refusedBecause(error);
    }
  }

  private keysAt(address: string): JWTVerifyGetKey {
    if (this.keys?.of !== address) this.keys = { of: address, get: createRemoteJWKSet(new URL(address)) };
    return this.keys.get;
  }
}

function requireLogout({ events, nonce, sub, sid }: JWTPayload): void {
  const isLogout = typeof events === 'object' && events !== null && isObject(Reflect.get(events, logoutEvent));
  if (!isLogout) throw new OidcRefused('no logout');
  if (nonce !== undefined) throw new OidcRefused('nonce');
  if (textOrNull(sub) === null && textOrNull(sid) === null) throw new OidcRefused('nobody');
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
