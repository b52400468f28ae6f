/** The graphql-ws client: keeps trying, with growing and uneven pauses, and says when it is back. */
import { createClient, type Client } from 'graphql-ws';

const firstPause = 500;
const longestPause = 30_000;
const pingEvery = 20_000;
const pongWithin = 5_000;
const connectionLost = 4408;
/** The session that opened the socket is over. */
const unauthorized = 4401;

/**
 * `onReconnected` is called each time the socket is acknowledged again after it was lost, not the first time; `onUnauthorized` when
 * the hub closed it because its session is over: it is then not tried again.
 */
export function createLiveClient(onReconnected: () => void, onUnauthorized: () => void): Client {
  const { protocol, host } = window.location;
  let wasConnected = false;
  let socket: WebSocket | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const hangUp = () => socket?.close(connectionLost, 'No answer');
  window.addEventListener('offline', hangUp);

  return createClient({
    url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/graphql`,
    lazy: true,
    keepAlive: pingEvery,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (retries) => new Promise((resolve) => setTimeout(resolve, pauseBefore(retries, Math.random()))),
    on: {
      connected: (opened) => {
        socket = opened as WebSocket;
        if (wasConnected) onReconnected();
        wasConnected = true;
      },
      ping: (isFromServer) => {
        if (!isFromServer) silence = setTimeout(hangUp, pongWithin);
      },
      pong: (isFromServer) => {
        if (isFromServer) clearTimeout(silence);
      },
      closed: (event) => {
        clearTimeout(silence);
        if ((event as CloseEvent).code === unauthorized) onUnauthorized();
      },
    },
  });
}

/** Milliseconds before the next try: doubling up to half a minute, spread so that a crowd does not come back at once. */
export function pauseBefore(retries: number, random: number): number {
  const most = Math.min(longestPause, firstPause * 2 ** retries);
  return Math.round(most / 2 + (most / 2) * random);
}
