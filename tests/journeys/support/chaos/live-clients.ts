/** Clients that listen live, as pages do: a connection that is lost is sought again, at whoever is there. */
import { createClient, type Client, type ClientOptions } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Link } from './link';

const retryMs = 200;
/** Fewer than one person may hold. */
const eachHas = 14;

export interface LiveClients {
  /** Waits until all are back, and gives for how long one was away at most, in milliseconds. */
  longestAway(): Promise<number>;
  close(): Promise<void>;
}

/** One, which asks one line after the other, whoever is there. */
export function liveClient(
  links: readonly Link[],
  cookie: string,
  which: number,
  on: ClientOptions['on'] = {},
): Client {
  let tries = which;
  class SocketWithCookie extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { cookie } });
    }
  }
  return createClient({
    url: () => `${links[(tries += 1) % links.length]?.address.replace('http', 'ws')}/graphql`,
    webSocketImpl: SocketWithCookie,
    lazy: false,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, retryMs)),
    onNonLazyError: () => undefined,
    on,
  });
}

/** Opens some for each of these people, spread over the lines, and waits until all are connected. */
export async function liveClients(links: readonly Link[], cookies: readonly string[]): Promise<LiveClients> {
  const away = new Map<Client, number>();
  let longest = 0;
  const open = (cookie: string, which: number): Client => {
    const client = liveClient(links, cookie, which, {
      connected: () => {
        longest = Math.max(longest, performance.now() - (away.get(client) ?? Number.POSITIVE_INFINITY));
        away.delete(client);
      },
      closed: () => void (away.has(client) || away.set(client, performance.now())),
    });
    client.subscribe({ query: 'subscription { notificationReceived { id } }' }, ignoring);
    return client;
  };
  const clients = cookies.flatMap((cookie) => Array.from({ length: eachHas }, (_, which) => open(cookie, which)));
  clients.forEach((client) => away.set(client, performance.now()));
  await allBack(away);
  longest = 0;
  return {
    longestAway: async () => {
      await allBack(away);
      return Math.round(longest);
    },
    close: async () => void (await Promise.all(clients.map((client) => client.dispose()))),
  };
}

const ignoring = { next: () => undefined, error: () => undefined, complete: () => undefined };

async function allBack(away: ReadonlyMap<Client, number>): Promise<void> {
  for (let tries = 0; away.size > 0; tries += 1) {
    if (tries > 600) throw new Error(`${away.size} live connections did not come back.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
