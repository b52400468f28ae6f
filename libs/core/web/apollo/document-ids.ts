/** Asks by id: built pages send the hash of an operation instead of its text, as the hub knows its own pages' operations. */

interface Body {
  readonly query: string;
  readonly [key: string]: unknown;
}

const notFound = 'PERSISTED_QUERY_NOT_FOUND';

/** Whether the hub has answered to an id: `false` once it did not know one (it may be of another release), null before. */
let isKnown: boolean | null = null;

/** A `fetch` that sends ids, and falls back to texts for good when the hub does not know one. */
export const fetchById: typeof fetch = async (address, options) => {
  const body = isKnown === false ? null : bodyOf(options?.body);
  const documentId = body && (await idOf(body.query));
  if (!body || !documentId) return fetch(address, options);
  const { query: _query, ...others } = body;
  const answer = await fetch(address, { ...options, body: JSON.stringify({ ...others, documentId }) });
  isKnown = answer.status !== 400 || !(await answer.clone().text()).includes(notFound);
  return isKnown ? answer : fetch(address, options);
};

/** What a live operation sends: an id only where the hub has already answered to one. */
export async function livePayload(text: string): Promise<{ readonly query: string; readonly documentId?: string }> {
  const documentId = isKnown ? await idOf(text) : null;
  return documentId ? { query: '', documentId } : { query: text };
}

const ids = new Map<string, Promise<string>>();

/** Null where the browser hashes nothing: on plain http, but for loopback addresses. */
function idOf(text: string): Promise<string> | null {
  if (!globalThis.crypto?.subtle) return null;
  const known = ids.get(text) ?? hashOf(text);
  ids.set(text, known);
  return known;
}

async function hashOf(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `sha256:${[...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function bodyOf(body: BodyInit | null | undefined): Body | null {
  return typeof body === 'string' ? (JSON.parse(body) as Body) : null;
}
