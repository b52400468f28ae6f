/** One live connection: whose it is, kept true. A change of keys is read anew before the next event; a session's end closes it. */
import type { Viewer } from '@hub/core/contract';
import type { WebSocket } from 'ws';
import { viewerTopic } from '../auth/accounts';
import type { Sessions } from '../auth/sessions';
import type { Live } from './live';

/** graphql-transport-ws: the session that authorised this connection is over. */
const unauthorized = 4401;

/** Sessions also end by idleness and age, which nobody announces. */
const checkEveryMs = 3000;

export class LiveConnection {
  private current: Promise<Viewer>;

  constructor(
    private readonly socket: WebSocket,
    viewer: Viewer,
    private readonly sessions: Sessions,
    live: Live,
  ) {
    this.current = Promise.resolve(viewer);
    const { ref, sessionId } = viewer;
    if (!ref || !sessionId) return;
    const messages = live.listen([viewerTopic(ref)]);
    const timer = setInterval(() => this.refresh(sessionId), checkEveryMs);
    socket.once('close', () => {
      clearInterval(timer);
      void messages.return?.();
    });
    void this.follow(messages, sessionId);
  }

  /** The viewer as they are now. */
  viewer(): Promise<Viewer> {
    return this.current;
  }

  private async follow(messages: AsyncIterable<unknown>, sessionId: string): Promise<void> {
    for await (const _message of messages) this.refresh(sessionId);
  }

  private refresh(sessionId: string): void {
    const last = this.current;
    this.current = this.sessions.currentViewer(sessionId).catch(() => last);
    void this.current.then((viewer) => {
      if (!viewer.ref) this.socket.close(unauthorized, 'The session has ended');
    });
  }
}
