/** A client of a test hub, over real HTTP and real sockets, with or without a session. */
import { print, type DocumentNode } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface TestError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly fields?: readonly { path: string; message: string }[];
    readonly current?: Record<string, unknown>;
  };
}

export interface TestResult {
  // Tests look into answers freely; the API's own types are checked where pages are built.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors?: readonly TestError[];
}

/** What a live operation has sent so far, and a way to wait for more. */
export interface LiveStream {
  readonly received: TestResult[];
  /** The first message not yet taken; fails after a few seconds of silence. */
  next(): Promise<TestResult>;
  /** Resolves with the close event or completion that ended it. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

export class TestClient {
  constructor(
    readonly address: string,
    readonly cookie: string | null,
  ) {}

  /** Runs an operation; the answer with its errors. */
  async run(document: string | DocumentNode, variables: Record<string, unknown> = {}): Promise<TestResult> {
    const query = typeof document === 'string' ? document : print(document);
    const response = await this.post('/graphql', { query, variables });
    return (await response.json()) as TestResult;
  }

  /** Runs an operation that must succeed; its data. */
  async ok(document: string | DocumentNode, variables: Record<string, unknown> = {}): Promise<TestResult['data']> {
    const { data, errors } = await this.run(document, variables);
    if (errors)
      throw new Error(
        errors
          .map((error) => `${error.extensions.code}: ${error.message} ${JSON.stringify(error.extensions.fields ?? '')}`)
          .join('\n'),
      );
    return data;
  }

  /** Runs an operation that must fail; the code of its first error. */
  async codeOf(document: string | DocumentNode, variables: Record<string, unknown> = {}): Promise<string | null> {
    const { errors } = await this.run(document, variables);
    return errors?.[0]?.extensions.code ?? null;
  }

  /** A JSON POST with the session's cookie. */
  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.cookie ? { cookie: this.cookie } : {}), ...headers },
      body: JSON.stringify(body),
    });
  }

  /** Starts a live operation and waits until the server has acknowledged the connection. */
  async live(query: string, variables: Record<string, unknown> = {}): Promise<LiveStream> {
    const headers = this.cookie ? { cookie: this.cookie } : {};
    class SocketWithCookie extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols, { headers });
      }
    }
    let connected = () => {};
    const acknowledged = new Promise<void>((resolve) => (connected = resolve));
    const client = createClient({
      url: `${this.address.replace('http', 'ws')}/graphql`,
      webSocketImpl: SocketWithCookie,
      lazy: false,
      retryAttempts: 0,
      onNonLazyError: () => undefined,
      on: { connected: () => connected() },
    });
    const stream = openStream(client, query, variables);
    await Promise.race([acknowledged, stream.ended]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return stream;
  }
}

function openStream(client: Client, query: string, variables: Record<string, unknown>): LiveStream {
  const received: TestResult[] = [];
  let taken = 0;
  let arrived = () => {};
  let end: (reason: unknown) => void = () => {};
  const ended = new Promise<unknown>((resolve) => (end = resolve));
  client.subscribe(
    { query, variables },
    {
      next(value) {
        received.push(value as unknown as TestResult);
        arrived();
      },
      error: (reason) => end(reason),
      complete: () => end('complete'),
    },
  );
  return {
    received,
    ended,
    async next() {
      const deadline = Date.now() + 5000;
      while (received.length <= taken) {
        if (Date.now() > deadline) throw new Error('Nothing arrived live within 5 seconds.');
        await new Promise<void>((resolve) => {
          arrived = resolve;
          setTimeout(resolve, 100);
        });
      }
      const value = received[taken];
      taken += 1;
      if (!value) throw new Error('Nothing arrived.');
      return value;
    },
    async stop() {
      await client.dispose();
    },
  };
}
