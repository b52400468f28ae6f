/** How tests sign in as people do: over HTTP, with the code from the letter. */
import { TestClient, type TestHub } from '@hub/testing';

/** The code in the latest letter to an address, or null. */
export async function codeTo(hub: TestHub, email: string): Promise<string | null> {
  const letters = await hub.letters(email);
  return (
    /^(\d{4}) (\d{4})$/m
      .exec(letters.at(-1)?.text ?? '')
      ?.slice(1)
      .join('') ?? null
  );
}

/** Asks for a code and lets the worker write the letter. */
export async function askForCode(hub: TestHub, email: string): Promise<string | null> {
  const { status } = await hub.anonymous.post('/auth/code', { email });
  if (status !== 204) throw new Error(`Asking for a code was answered with ${status}.`);
  await hub.drain();
  return codeTo(hub, email.trim().toLowerCase());
}

export interface Answer {
  readonly status: number;
  readonly body: { readonly next?: string; readonly isNew?: boolean; readonly code?: string; readonly error?: string };
  readonly headers: Headers;
  /** `name=value` of the cookie that was handed over, or null. */
  readonly cookie: string | null;
}

/** POSTs JSON to an /auth endpoint. */
export async function post(client: TestClient, path: string, body: unknown, headers = {}): Promise<Answer> {
  const response = await client.post(path, body, headers);
  const text = await response.text();
  const cookie = response.headers.getSetCookie().at(-1)?.split(';')[0] ?? null;
  return { status: response.status, body: text ? JSON.parse(text) : {}, headers: response.headers, cookie };
}

/** Runs a mutation that must succeed and hand over another cookie, as a browser would take it. */
export async function renewedBy(client: TestClient, query: string, variables: Record<string, unknown>) {
  const response = await client.post('/graphql', { query, variables });
  const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: { message: string }[] };
  const cookie = response.headers.getSetCookie().at(-1)?.split(';')[0] ?? null;
  if (errors || !cookie) throw new Error(errors?.[0]?.message ?? 'No cookie was handed over.');
  return { data, client: new TestClient(client.address, cookie) };
}

/** Signs somebody in by a code, and gives their client. */
export async function signInByCode(hub: TestHub, email: string): Promise<TestClient> {
  const code = await askForCode(hub, email);
  const { status, cookie } = await post(hub.anonymous, '/auth/code/verify', { email, code });
  if (status !== 200 || !cookie) throw new Error(`Signing in was answered with ${status}.`);
  return new TestClient(hub.address, cookie);
}
