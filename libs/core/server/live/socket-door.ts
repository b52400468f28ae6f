/** Who may open a live connection: own pages and holders of API tokens, at the one path, and not more at a time than they need. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { anonymous, parseEntityRef, type Viewer } from '@hub/core/contract';
import type { WebSocket } from 'ws';
import type { Credentials } from '../auth/credentials';
import { isOwnOrigin } from '../auth/origins';
import { addressGroup, addressOf } from '../http/address';
import type { Settings } from '../settings';

const mostOfAPerson = 20;

/** WebSocket's "try again later". */
const tryAgainLater = 1013;

export interface Admitted {
  readonly viewer: Viewer;
  readonly address: string;
}

export class SocketDoor {
  private readonly open = new Map<string, number>();

  constructor(
    private readonly http: Server,
    private readonly credentials: Credentials,
    private readonly settings: Settings,
  ) {}

  /** Who comes with an acceptable upgrade; otherwise it is answered and closed, and null. */
  async admit(request: IncomingMessage, socket: Duplex): Promise<Admitted | null> {
    const { url, headers } = request;
    if (url?.split('?')[0] !== '/graphql') return refuse(socket, '404 Not Found');
    if (!isOwnOrigin(headers.origin, this.http, this.settings)) return refuse(socket, '403 Forbidden');
    const viewer = await this.credentials.viewerOf(headers, false).catch(() => null);
    // Whoever has hung up meanwhile takes no place: nobody would give it back.
    if (socket.destroyed) return null;
    if (!viewer) return refuse(socket, '503 Service Unavailable');
    if (/^Bearer\s/i.test(headers.authorization ?? '') && !viewer.tokenId) return refuse(socket, '401 Unauthorized');
    const address = addressOf(request, this.settings);
    const keys = [addressGroup(address), ...(viewer.ref ? [viewer.ref] : [])];
    if (!keys.every((key) => this.hasRoom(key))) return refuse(socket, '429 Too Many Requests');
    this.take(keys, socket);
    return { viewer, address };
  }

  /**
   * Whom an API token speaks for that came with the first message, as `{ "authorization": "Bearer hub_…" }`: browsers cannot set
   * headers here. Undefined where none came, null where it does not hold or its holder has too many connections.
   */
  async tokenHolder(
    params: Readonly<Record<string, unknown>> | null | undefined,
    socket: WebSocket,
  ): Promise<Viewer | null | undefined> {
    const [, authorization] = Object.entries(params ?? {}).find(([name]) => /^authorization$/i.test(name)) ?? [];
    if (authorization === undefined) return undefined;
    if (typeof authorization !== 'string') return null;
    const { ref, tokenId, ...rest } = await this.credentials.viewerOf({ authorization }, false).catch(() => anonymous);
    if (!ref || !tokenId || socket.readyState !== socket.OPEN) return null;
    if (!this.hasRoom(ref)) {
      socket.close(tryAgainLater, 'Too many live connections');
      return null;
    }
    this.take([ref], socket);
    return { ref, tokenId, ...rest };
  }

  private hasRoom(key: string): boolean {
    const most = parseEntityRef(key) ? mostOfAPerson : this.settings.socketsPerAddress || Infinity;
    return (this.open.get(key) ?? 0) < most;
  }

  private take(keys: readonly string[], socket: Duplex | WebSocket): void {
    this.count(keys, 1);
    socket.once('close', () => this.count(keys, -1));
  }

  private count(keys: readonly string[], by: 1 | -1): void {
    for (const key of keys) {
      const now = (this.open.get(key) ?? 0) + by;
      if (now > 0) this.open.set(key, now);
      else this.open.delete(key);
    }
  }
}

function refuse(socket: Duplex, status: string): null {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  return null;
}
