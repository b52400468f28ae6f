/** Which part of a file a Range header asks for. Pure. */
import type { ByteRange } from './storage/storage';

/** Null for the whole: without a header, or where it asks for several parts at once. `'outside'` when there is no such part. */
export function rangeIn(header: string | undefined, size: number): ByteRange | 'outside' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from > to || from >= size ? 'outside' : { from, to };
}
