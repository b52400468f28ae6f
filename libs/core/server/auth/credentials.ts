/** Who a request speaks for, by an API token or by the session of a cookie; and who that is later on, while a connection stays open. */
import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { anonymous, type Viewer } from '@hub/core/contract';
import { hubSettings } from '../hub-settings';
import type { Settings } from '../settings';
import { ApiTokens } from './api-tokens';
import { tokenIn } from './cookie';
import { Sessions } from './sessions';

type Headers = Pick<IncomingHttpHeaders, 'authorization' | 'cookie'>;

@Injectable()
export class Credentials {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(ApiTokens) private readonly tokens: ApiTokens,
    @Inject(hubSettings) private readonly settings: Settings,
  ) {}

  /** A token counts before a cookie. Anonymous where neither holds. What a page asks with nobody there keeps no session alive. */
  viewerOf({ authorization, cookie }: Headers, isAttended: boolean): Promise<Viewer> {
    return this.tokens.viewerOf(authorization) ?? this.sessions.viewerOf(tokenIn(cookie, this.settings), isAttended);
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
