/** One live connection: whose it is, kept true. A change of keys is read anew before the next event; the end of what it was opened with closes it. */
import type { Viewer } from '@hub/core/contract';
import type { WebSocket } from 'ws';
import { viewerTopic } from '../auth/accounts';
import type { Credentials } from '../auth/credentials';
import type { Live } from './live';

/** graphql-transport-ws: the session or API token that authorised this connection is over. */
const unauthorized = 4401;

/** Sessions also end by idleness and age, and tokens expire, which nobody announces. */
const checkEveryMs = 3000;

export class LiveConnection {
  private current: Promise<Viewer>;
  private forget: () => void = () => undefined;
  private readonly onKeys = new Set<() => void>();

  constructor(
    private readonly socket: WebSocket,
    viewer: Viewer,
    private readonly credentials: Credentials,
    private readonly live: Live,
  ) {
    this.current = Promise.resolve(viewer);
    this.becomes(viewer);
    socket.once('close', () => this.forget());
  }

  /** The viewer as they are now. */
  viewer(): Promise<Viewer> {
    return this.current;
  }

  /** Calls back once the viewer has come to have other keys. The returned function ends that. */
  whenKeysChange(callback: () => void): () => void {
    this.onKeys.add(callback);
    return () => this.onKeys.delete(callback);
  }

  /** From here on the connection is this viewer's. */
  becomes(viewer: Viewer): void {
    this.forget();
    this.current = Promise.resolve(viewer);
    if (!viewer.ref) return;
    const messages = this.live.listen([viewerTopic(viewer.ref)]);
    const timer = setInterval(() => this.refresh(viewer), checkEveryMs);
    this.forget = () => {
      clearInterval(timer);
      void messages.return?.();
    };
    void this.follow(messages, viewer);
  }

  private async follow(messages: AsyncIterable<unknown>, viewer: Viewer): Promise<void> {
    for await (const _message of messages) this.refresh(viewer);
  }

  private refresh(viewer: Viewer): void {
    const last = this.current;
    const asked = this.credentials.currentViewer(viewer).catch(() => last);
    this.current = asked;
    void Promise.all([last, asked]).then(([before, { ref, keys }]) => {
      if (!ref && this.current === asked) this.socket.close(unauthorized, 'What this was opened with has ended');
      if (before.keys.join() !== keys.join()) this.onKeys.forEach((callback) => callback());
    });
  }
}
