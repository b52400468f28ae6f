/** The arguments of a connection: how many rows, from where, in which direction. */
import { badInput } from '../graphql/errors';
import type { Arguments } from './run-context';

export const defaultPageSize = 20;
export const largestPageSize = 100;

export interface PageRequest {
  readonly backward: boolean;
  readonly size: number;
  readonly cursor: { readonly argument: 'after' | 'before'; readonly value: string } | null;
}

/** Reads and checks first/after/last/before. Throws BAD_USER_INPUT for a size out of range or two directions at once. */
export function pageRequest(args: Arguments): PageRequest {
  const backward = typeof args.last === 'number' || (typeof args.first !== 'number' && typeof args.before === 'string');
  if (typeof args.first === 'number' && (typeof args.last === 'number' || typeof args.before === 'string')) {
    throw badInput('first', 'Ask for the first rows or the last, not both');
  }
  if (typeof args.last === 'number' && typeof args.after === 'string') {
    throw badInput('last', 'Use last with before, and first with after');
  }
  const argument = backward ? 'before' : 'after';
  const value = args[argument];
  return {
    backward,
    size: sizeOf(args, backward ? 'last' : 'first'),
    cursor: typeof value === 'string' ? { argument, value } : null,
  };
}

function sizeOf(args: Arguments, argument: 'first' | 'last'): number {
  const size = args[argument] ?? defaultPageSize;
  if (typeof size !== 'number' || size < 0 || size > largestPageSize) {
    throw badInput(argument, `Ask for 0 to ${largestPageSize} at a time`);
  }
  return size;
}
