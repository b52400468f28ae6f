/** Who a request speaks for, by an API token or by the session of a cookie; and who that is later on, while a connection stays open. */
import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { anonymous, type Viewer } from '@hub/core/contract';
import { hubSettings } from '../hub-settings';
import type { Settings } from '../settings';
import { ApiTokens } from './api-tokens';
import { Asker } from './asker';
import { tokenIn } from './cookie';
import { viewersOf, type Credential, type CredentialKind } from './credential';
import { LatelySeen } from './lately-seen';
import type { Proof } from './proof';
import { Sessions } from './sessions';

type Headers = Pick<IncomingHttpHeaders, 'authorization' | 'cookie'>;

@Injectable()
export class Credentials implements OnModuleDestroy {
  private readonly lately = new LatelySeen(viewersOf);
  private readonly byToken: CredentialKind;
  private readonly bySession: CredentialKind;
  /** What nobody attends to is remembered apart: else it would spare the look-up that keeps the session alive. */
  private readonly unattended: CredentialKind;

  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(ApiTokens) private readonly tokens: ApiTokens,
    @Inject(hubSettings) private readonly settings: Settings,
  ) {
    this.byToken = { name: 'API token', viewersOf: (hashes) => tokens.viewersOf(hashes) };
    this.bySession = { name: 'session', viewersOf: (hashes) => sessions.viewersOf(hashes, true) };
    this.unattended = { name: 'unattended session', viewersOf: (hashes) => sessions.viewersOf(hashes, false) };
  }

  onModuleDestroy(): void {
    this.lately.close();
  }

  /** A token counts before a cookie. Anonymous where neither holds. What a page asks with nobody there keeps no session alive. */
  viewerOf({ authorization, cookie }: Headers, isAttended: boolean): Promise<Viewer> {
    return this.tokens.viewerOf(authorization) ?? this.sessions.viewerOf(tokenIn(cookie, this.settings), isAttended);
  }

  /** Who asks with these headers, by the same rules. Nobody is looked up before it matters. */
  askerOf(headers: Headers, isAttended: boolean): Asker {
    return new Asker(this.credentialIn(headers, isAttended), this.lately);
  }

  private credentialIn(headers: Headers, isAttended: boolean): Credential | null {
    const ofToken = this.tokens.proofOf(headers.authorization);
    if (ofToken) return credentialOf(this.byToken, ofToken);
    const token = tokenIn(headers.cookie, this.settings);
    return token ? credentialOf(isAttended ? this.bySession : this.unattended, this.sessions.proofOf(token)) : null;
  }

  /** The same person as they are now, by what they came with. Anonymous when that has ended. */
  currentViewer({ sessionId, tokenId }: Viewer): Promise<Viewer> {
    if (tokenId) return this.tokens.currentViewer(tokenId);
    return sessionId ? this.sessions.currentViewer(sessionId) : Promise.resolve(anonymous);
  }

  /** The same for many at once, in their order: a statement for all sessions and one for all tokens. */
  async currentViewers(viewers: readonly Viewer[]): Promise<Viewer[]> {
    const [inSessions, byTokens] = await Promise.all([
      this.sessions.currentViewers(viewers.flatMap(({ sessionId }) => sessionId ?? [])),
      this.tokens.currentViewers(viewers.flatMap(({ tokenId }) => tokenId ?? [])),
    ]);
    return viewers.map(
      ({ sessionId, tokenId }) => (tokenId ? byTokens.get(tokenId) : inSessions.get(sessionId ?? '')) ?? anonymous,
    );
  }
}

function credentialOf(kind: CredentialKind, proof: Proof): Credential {
  const hash = proof.values[0] as Buffer;
  return { key: `${kind.name} ${hash.toString('base64')}`, kind, hash, proof };
}
