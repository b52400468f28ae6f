/** An OpenID provider that answers whatever a test wants, with its own key or another's. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { listenOnLoopback, stopServer } from './servers';

export const client = { id: 'hub', secret: 'a secret of thirty-two letters or more' };

/** What is forged: parts of the header or of the claims (undefined leaves one out), or the key that signs. */
export interface Forgery {
  readonly header?: Partial<JWTHeaderParameters>;
  readonly claims?: Record<string, unknown>;
  readonly key?: CryptoKey | Uint8Array;
  /** The last word on the finished token. */
  readonly spoil?: (token: string) => string;
}

export interface ForgingProvider {
  readonly issuer: string;
  readonly ownKey: CryptoKey;
  /** A key that the provider publishes too, for another algorithm than it says it uses. */
  readonly otherKey: CryptoKey;
  /** How the next answers of the token endpoint are made; null answers without an ID token. */
  forge: Forgery | null;
  /** The nonce that the browser was sent with. */
  nonce: string;
  /** Signs a token with claims in place of the usual ones. */
  sign(claims: JWTPayload, forgery?: Forgery): Promise<string>;
  close(): Promise<void>;
}

export async function startForgingProvider(): Promise<ForgingProvider> {
  const [rsa, other] = [await generateKeyPair('RS256'), await generateKeyPair('ES256')];
  const keys = [
    { ...(await exportJWK(rsa.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' },
    { ...(await exportJWK(other.publicKey)), kid: 'other', use: 'sig' },
  ];
  const used = new Set<string>();
  const server = createServer((request, response) => void answer(request, response));
  const issuer = await listenOnLoopback(server);
  const provider: ForgingProvider = {
    issuer,
    ownKey: rsa.privateKey,
    otherKey: other.privateKey,
    forge: {},
    nonce: '',
    sign: (claims, { header = {}, key = rsa.privateKey, spoil = (token: string) => token } = {}) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: 'own', ...header })
        .sign(key)
        .then(spoil),
    close: () => stopServer(server),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    if (path === '/.well-known/openid-configuration') return send(response, 200, metadata(issuer));
    if (path === '/keys') return send(response, 200, { keys });
    if (path === '/token') return send(response, ...(await tokensFor(await formOf(request))));
    return send(response, 404, {});
  }

  async function tokensFor(form: URLSearchParams): Promise<[number, unknown]> {
    const code = form.get('code') ?? '';
    if (used.has(code) || !form.get('code_verifier')) return [400, { error: 'invalid_grant' }];
    used.add(code);
    const tokens = { access_token: 'x', token_type: 'Bearer' };
    if (!provider.forge) return [200, tokens];
    const { claims = {}, ...how } = provider.forge;
    return [200, { ...tokens, id_token: await provider.sign({ ...usualClaims(provider), ...claims }, how) }];
  }

  return provider;
}

/** The claims of an answer that holds. */
export function usualClaims({ issuer, nonce }: Pick<ForgingProvider, 'issuer' | 'nonce'>): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now, exp: now + 300, auth_time: now };
  return {
    iss: issuer,
    aud: client.id,
    sub: 'somebody',
    sid: 'their session',
    nonce,
    acr: 'aal3',
    name: 'Some Body',
    ...times,
  };
}

function metadata(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    authorization_response_iss_parameter_supported: true,
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const part of request) text += String(part);
  return new URLSearchParams(text);
}
