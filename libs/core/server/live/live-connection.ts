/** One live connection: whose it is, kept true. A change of keys is read anew before the next event; the end of what it was opened with closes it. */
import type { Viewer } from '@hub/core/contract';
import type { WebSocket } from 'ws';
import { viewerTopic } from '../auth/accounts';
import type { Credentials } from '../auth/credentials';
import type { Live } from './live';
import type { ViewerChecks } from './viewer-checks';

/** graphql-transport-ws: the session or API token that authorised this connection is over. */
const unauthorized = 4401;

/** Sessions also end by idleness and age, and tokens expire, which nobody announces. */
const checkEveryMs = 3000;

export class LiveConnection {
  private current: Promise<Viewer>;
  /** The same, where nothing is being asked. */
  private known: Viewer | null = null;
  private whose: Viewer;
  private forget: () => void = () => undefined;
  private readonly onKeys = new Set<() => void>();

  constructor(
    private readonly socket: WebSocket,
    viewer: Viewer,
    private readonly credentials: Credentials,
    private readonly checks: ViewerChecks,
    private readonly live: Live,
  ) {
    this.current = Promise.resolve(viewer);
    this.whose = viewer;
    this.becomes(viewer);
    socket.once('close', () => this.forget());
  }

  /** The viewer as they are now. */
  viewer(): Promise<Viewer> {
    return this.current;
  }

  /** The same at once, unless it is being found out. */
  viewerNow(): Viewer | Promise<Viewer> {
    return this.known ?? this.current;
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
    this.known = viewer;
    this.whose = viewer;
    if (!viewer.ref) return;
    const messages = this.live.listen([viewerTopic(viewer.ref)]);
    const timer = setInterval(() => this.check(viewer), checkEveryMs);
    this.forget = () => {
      clearInterval(timer);
      void messages.return?.();
    };
    void this.follow(messages, viewer);
  }

  private async follow(messages: AsyncIterable<unknown>, viewer: Viewer): Promise<void> {
    for await (const _message of messages) this.refresh(viewer);
  }

  /** It is told that something changed: what happens from here on waits until it is known what. */
  private refresh(viewer: Viewer): void {
    const last = this.current;
    this.known = null;
    this.current = this.credentials.currentViewer(viewer).catch(() => last);
    void this.learn(viewer, last, this.current);
  }

  /** Nothing is told: unless something was meanwhile, it is as found. */
  private check(viewer: Viewer): void {
    const last = this.current;
    const found = this.checks.current(viewer).catch(() => last);
    void found.then(() => {
      if (this.current === last) this.current = found;
      return this.learn(viewer, last, found);
    });
  }

  /** What has ended never comes back: whatever else is being asked, the connection is closed, unless it is another viewer's by now. */
  private async learn(viewer: Viewer, last: Promise<Viewer>, asked: Promise<Viewer>): Promise<void> {
    const [before, now] = await Promise.all([last, asked]);
    if (this.whose !== viewer) return;
    if (this.current === asked) this.known = now;
    const { ref, keys } = now;
    if (!ref) this.socket.close(unauthorized, 'What this was opened with has ended');
    if (this.onKeys.size > 0 && before.keys.join() !== keys.join()) this.onKeys.forEach((callback) => callback());
  }
}
