/** Replays a viewer's script on a world, and brings answers into a form in which twins must be equal to the byte. */
import type { TestClient } from '@hub/testing';
import type { Question } from './knowledge';

export interface Received {
  readonly path: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

/** Headers that say when, not what. */
const passing = new Set([
  'date',
  'x-request-id',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-encoding',
  'vary',
]);

/** Packing answers and unpacking them again shows nothing and takes time. */
const uncompressed = { 'accept-encoding': 'identity' };

/** A hub that is busy says so, on a machine that does other things too, and is asked again, as its answer says. */
const mostTries = 5;

/**
 * Asks everything, one after the other; answers in the order of the questions. Both worlds are asked at the same time, which is work enough for a
 * machine, and with more at a time every further connection of a world makes all plans again.
 */
export async function replay(client: TestClient, questions: readonly Question[]): Promise<Received[]> {
  const received: Received[] = [];
  for (const question of questions) received.push(await askOne(client, question));
  return received;
}

async function askOne(client: TestClient, { path, query, variables }: Question): Promise<Received> {
  let response = await client.post('/graphql', { query, variables }, uncompressed);
  for (let tries = 1; response.status === 503 && tries < mostTries; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    response = await client.post('/graphql', { query, variables }, uncompressed);
  }
  return { path, query, variables, status: response.status, headers: headersOf(response), body: await response.text() };
}

/** The headers that matter, and whether the length told is the length sent. */
export function headersOf({ headers }: Response): string {
  return [...headers]
    .filter(([name]) => !passing.has(name))
    .map((header) => header.join(': '))
    .sort()
    .join('\n');
}

/** What must be equal in both worlds: ids that are new in each and times of now are masked, in cursors too. */
export function masked(text: string, known: ReadonlySet<string>, since: number): string {
  const names = new Map<string, string>();
  const plain = (words: string) =>
    words
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
        if (known.has(id)) return id;
        const name = names.get(id) ?? `<id ${names.size + 1}>`;
        names.set(id, name);
        return name;
      })
      .replaceAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|\+00)/g, (time) =>
        Date.parse(time.replace(' ', 'T').replace('+00', 'Z')) >= since ? '<time>' : time,
      );
  return plain(
    text.replaceAll(
      /"(Wy[IJ][\w-]+)"/g,
      (_all, cursor: string) => `"cursor ${Buffer.from(cursor, 'base64url').toString().replaceAll('"', "'")}"`,
    ),
  );
}
