/** Sends requests with whatever values, and says what is wrong with an answer to bad input. */
import type { TestClient, TestHub, TestResult } from '@hub/testing';
import { bodyOf } from './bad-values';

const codes = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'CONFLICT', 'RATE_LIMITED']);
const internals =
  /\bat [\w.<>]+ \(|node_modules|\.[cm]?[jt]s\b|file:\/\/|\bSELECT\b|\bINSERT\b|\bUPDATE \w+ SET\b|relation "|column "|syntax error at|QueryFailed|TypeError|pg_(?!sleep)|did you mean/i;

export async function send(client: TestClient, query: string, variables: Record<string, unknown>): Promise<TestResult> {
  const response = await fetch(`${client.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(client.cookie ? { cookie: client.cookie } : {}) },
    body: bodyOf(query, variables),
  });
  return (await response.json()) as TestResult;
}

/** What an answer must never be, bad input or not; null when it is fine. `echo` is what the client itself sent. */
export function flawOf({ errors }: TestResult): string | null {
  for (const { message, extensions } of errors ?? []) {
    if (!codes.has(extensions.code)) return `${extensions.code}: ${message}`;
    const words = message.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
    if (internals.test(words)) return `shows internals: ${message}`;
    if (
      extensions.code === 'BAD_USER_INPUT' &&
      !(extensions.fields ?? []).every((field) => field.path && field.message)
    )
      return `names no path: ${message}`;
    if (extensions.code === 'BAD_USER_INPUT' && !extensions.fields?.length) return `names no field: ${message}`;
  }
  return null;
}

/** The same, of an answer that must be BAD_USER_INPUT about one place. */
export function flawOfRefusal(answer: TestResult, place: string): string | null {
  const flaw = flawOf(answer);
  if (flaw) return flaw;
  const [error] = answer.errors ?? [];
  if (!error) return 'was taken';
  if (error.extensions.code !== 'BAD_USER_INPUT') return `${error.extensions.code} instead of BAD_USER_INPUT`;
  const list = place.replace(/\.0$/, '');
  const paths = error.extensions.fields?.map((field) => field.path) ?? [];
  return paths.some((path) => path === list || path.startsWith(`${list}.`))
    ? null
    : `names ${paths.join()}: ${error.message}`;
}

/** Tables that change by themselves: sessions, tries, which count when they are refused too, and signs of life of processes. */
const unsteady = ['core.session', 'core.attempt', 'core.instance'];

/** A fingerprint of every row of every other table, one line for each. */
export async function fingerprint(hub: TestHub): Promise<string> {
  const tables = await hub.sql<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND schemaname || '.' || tablename <> ALL($1::text[]) ORDER BY 1`,
    [unsteady],
  );
  const parts = tables.map(
    ({ name }) =>
      `SELECT '${name}: ' || count(*) || ' rows, ' || coalesce(sum(hashtext(r::text)), 0) AS line FROM ${name} r`,
  );
  const lines = await hub.sql<{ line: string }>(`${parts.join(' UNION ALL ')} ORDER BY 1`);
  return lines.map(({ line }) => line).join('\n');
}

/** Works on several things at a time; the hub has to answer many people anyway. */
export async function eachOf<T>(things: readonly T[], work: (thing: T) => Promise<void>, atOnce = 8): Promise<void> {
  const waiting = [...things];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let thing = waiting.shift(); thing !== undefined; thing = waiting.shift()) await work(thing);
    }),
  );
}
