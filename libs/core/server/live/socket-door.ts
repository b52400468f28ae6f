/** Who may open a live connection: own pages, at the one path, and not more at a time than a person or an address needs. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Viewer } from '@hub/core/contract';
import { tokenIn } from '../auth/cookie';
import { isOwnOrigin } from '../auth/origins';
import type { Sessions } from '../auth/sessions';
import { addressGroup, addressOf } from '../http/address';
import type { Settings } from '../settings';

const mostOfAPerson = 20;

export interface Admitted {
  readonly viewer: Viewer;
  readonly address: string;
}

export class SocketDoor {
  private readonly open = new Map<string, number>();

  constructor(
    private readonly http: Server,
    private readonly sessions: Sessions,
    private readonly settings: Settings,
  ) {}

  /** Who comes with an acceptable upgrade; otherwise it is answered and closed, and null. */
  async admit(request: IncomingMessage, socket: Duplex): Promise<Admitted | null> {
    if (request.url?.split('?')[0] !== '/graphql') return refuse(socket, '404 Not Found');
    if (!isOwnOrigin(request.headers.origin, this.http, this.settings)) return refuse(socket, '403 Forbidden');
    const viewer = await this.viewerOf(request);
    if (!viewer) return refuse(socket, '503 Service Unavailable');
    const address = addressOf(request, this.settings);
    const keys = [addressGroup(address), ...(viewer.ref ? [viewer.ref] : [])];
    if (!this.hasRoom(keys)) return refuse(socket, '429 Too Many Requests');
    this.count(keys, 1);
    socket.once('close', () => this.count(keys, -1));
    return { viewer, address };
  }

  private viewerOf({ headers }: IncomingMessage): Promise<Viewer | null> {
    return this.sessions.viewerOf(tokenIn(headers.cookie, this.settings), false).catch(() => null);
  }

  private hasRoom([address = '', person]: readonly string[]): boolean {
    const mostOfAnAddress = this.settings.socketsPerAddress || Infinity;
    const of = (key: string) => this.open.get(key) ?? 0;
    return of(address) < mostOfAnAddress && (person === undefined || of(person) < mostOfAPerson);
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
