/** Attaches files as pages do: over real HTTP. */
import { encodeExtended } from 'content-disposition';
import type { TestClient } from './test-client';

export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly body: BodyInit | Uint8Array;
  /** What a picture shows. */
  readonly alternative?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a file to a thing as somebody; the answer. */
export function sendFile(client: TestClient, subject: string, file: SentFile): Promise<Response> {
  const { name, type, body, alternative, headers } = file;
  return fetch(`${client.address}/files`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename*=${encodeExtended(name)}`,
      'hub-subject': encodeURIComponent(subject),
      ...(alternative ? { 'hub-alternative': encodeURIComponent(alternative) } : {}),
      origin: client.address,
      ...(client.cookie ? { cookie: client.cookie } : {}),
      ...headers,
    },
    body: body as BodyInit,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  } as RequestInit);
}

/** Sends a file that must be taken; its id. */
export async function attachFile(client: TestClient, subject: string, file: SentFile): Promise<string> {
  const answer = await sendFile(client, subject, file);
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { attachment: string }).attachment;
}
