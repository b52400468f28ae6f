/** Cursors: opaque to clients, typed by the list they belong to, holding the order keys of one row. */
import { createHash } from 'node:crypto';
import { textProblem } from '@hub/core/contract';
import { badInput } from '../graphql/errors';

/** Encodes a row's order keys for one list. */
export function encodeCursor(list: string, keys: readonly string[]): string {
  return Buffer.from(JSON.stringify([fingerprint(list), ...keys])).toString('base64url');
}

/** The order keys in a cursor. Throws BAD_USER_INPUT for a cursor of another list, or for what is no cursor at all. */
export function decodeCursor(list: string, cursor: string, types: readonly CursorType[], path: string): string[] {
  const [owner, ...keys] = parse(cursor) ?? [];
  const fits =
    owner === fingerprint(list) &&
    keys.length === types.length &&
    types.every((type, at) => isOf(type, keys[at] ?? ''));
  if (!fits) throw badInput(path, 'This page address does not belong to this list. Start from the first page');
  return keys;
}

export type CursorType = 'text' | 'timestamptz' | 'int' | 'bigint' | 'float8';

const patterns: Record<Exclude<CursorType, 'text'>, RegExp> = {
  timestamptz: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}$/,
  int: /^-?\d{1,9}$/,
  bigint: /^-?\d{1,18}$/,
  float8: /^-?\d{1,20}(\.\d{1,30})?(e[+-]?\d{1,3})?$/,
};

function isOf(type: CursorType, text: string): boolean {
  if (type === 'text') return textProblem(text, 2000) === null;
  if (type === 'timestamptz' && Number.isNaN(Date.parse(`${text.replace(' ', 'T')}:00`))) return false;
  return patterns[type].test(text);
}

function parse(cursor: string): string[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(value) || !value.every((part): part is string => typeof part === 'string')) return null;
    return encodes(cursor, value) ? value : null;
  } catch {
    return null;
  }
}

function encodes(cursor: string, value: readonly string[]): boolean {
  return Buffer.from(JSON.stringify(value)).toString('base64url') === cursor;
}

/** Lists are named by the code, and so are as many as it has. */
const fingerprints = new Map<string, string>();

function fingerprint(list: string): string {
  const known = fingerprints.get(list);
  if (known) return known;
  const made = createHash('sha256').update(list).digest('base64url').slice(0, 8);
  fingerprints.set(list, made);
  return made;
}
