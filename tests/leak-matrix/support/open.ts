/** Asks at an address as a browser does: the whole answer, headers and length among it, text or not. */
import type { TestClient } from '@hub/testing';
import { headersOf, type Received } from './replay';

export interface Opening {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** What came. Bytes that are no text come as one letter each, so that words are found in them too. */
export async function open(client: TestClient, address: string, opening: Opening = {}): Promise<Received> {
  const { method = 'GET', headers = {}, body } = opening;
  const response = await fetch(client.address + address, {
    method,
    headers: {
      ...(client.cookie ? { cookie: client.cookie } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    body: body && JSON.stringify(body),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = bytes.toString(
    /text|json|xml|yaml/.test(response.headers.get('content-type') ?? '') ? 'utf8' : 'latin1',
  );
  const length = response.headers.get('content-length');
  const placeless = (words: string) => words.replaceAll(client.address, '<hub>');
  return {
    ...{ path: `${method} ${address}`, query: '', variables: undefined, status: response.status },
    headers: placeless(`${headersOf(response)}\nlength ${length}`),
    body: placeless(text),
  };
}
