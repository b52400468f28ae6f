/** Requests that came before: the same member, operation and clientMutationId give the same answer, once. */
import { createHash } from 'node:crypto';
import type { EntityRef } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import { writeAhead } from '../database/write-ahead';
import { valueAt } from '../read/run-context';
import { Conflict } from './errors';
import type { Request } from './opening';

type Args = Readonly<Record<string, unknown>>;
type Answer = Record<string, unknown>;

/** What a mutation is remembered by; null where its client gave it no id. */
export function requestOf(operation: string, member: EntityRef, args: Args): Request | null {
  const id = valueAt(args, 'input.clientMutationId');
  if (typeof id !== 'string') return null;
  return { key: hashOf([member, operation, id]), inputHash: hashOf(args) };
}

/** The answer given before. CONFLICT when the request was another one, or the answer was secret. */
export async function recall(tx: EntityManager, { key, inputHash }: Request): Promise<Answer> {
  const rows: { input_hash: string; answer: Answer | null }[] = await tx.query(
    'SELECT input_hash, answer FROM core.remembered_request WHERE key = $1',
    [key],
  );
  const [known] = rows;
  if (known?.input_hash !== inputHash)
    throw new Conflict('This request id was already used for something else. Send it again with a new one');
  if (!known.answer) throw new Conflict('This was done already, and what it gave is shown only once');
  return known.answer;
}

/** Keeps the answer for whoever sends the request again. */
export async function remember(tx: EntityManager, { key }: Request, answer: Answer): Promise<void> {
  await writeAhead(tx, 'UPDATE core.remembered_request SET answer = $2 WHERE key = $1', [key, JSON.stringify(answer)]);
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** JSON with sorted keys, so that the order in which a client writes its input does not matter. */
function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
