/** Requests to a test hub's /graphql with any body and headers. */
import type { TestHub } from '@hub/testing';

export interface CodedError {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly requestId?: string };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly codes: readonly string[];
  readonly errors: readonly CodedError[];
  readonly milliseconds: number;
}

/** Posts a body as it is. */
export async function post(hub: TestHub, body: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
  const started = performance.now();
  const response = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: body as BodyInit,
  });
  return read(response, started);
}

/** Posts an operation. */
export function ask(hub: TestHub, query: string, headers: Record<string, string> = {}): Promise<Answer> {
  return post(hub, JSON.stringify({ query }), headers);
}

/** The answer to any request, with the codes of its errors. */
export async function read(response: Response, started = performance.now()): Promise<Answer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const { errors = [] } = isJson ? (JSON.parse(text) as { errors?: CodedError[] }) : {};
  return {
    status: response.status,
    headers: response.headers,
    text,
    errors,
    codes: errors.map(({ extensions }) => extensions.code),
    milliseconds: performance.now() - started,
  };
}

/** The same so many times, all at once. */
export function many<T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, n) => work(n)));
}

/** The quickest of a few tries: how long something takes, on a machine that may be busy with other things. */
export async function quickest<T extends { readonly milliseconds: number }>(
  within: number,
  work: () => Promise<T>,
): Promise<T> {
  let best = await work();
  for (let more = 3; more > 0 && best.milliseconds >= within; more -= 1) {
    const next = await work();
    if (next.milliseconds < best.milliseconds) best = next;
  }
  return best;
}
