/** Where the bytes of files are kept: under random keys that say nothing, never where the web server looks. */
import type { Readable } from 'node:stream';
import type { InspectedFile } from '../intake/inspect';

/** Part of a file: from and to count from 0, and both are in it. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

export abstract class Storage {
  /** Keeps the file, whole or not at all. The temporary one may be moved away. Throws StorageFailed. */
  abstract put(key: string, file: Pick<InspectedFile, 'path' | 'size'>): Promise<void>;
  /** The bytes, or part of them. Throws StorageFailed, also when there is nothing by that key. */
  abstract read(key: string, range?: ByteRange): Promise<Readable>;
  /** Takes it away. Nothing happens when there is nothing. Throws StorageFailed. */
  abstract remove(key: string): Promise<void>;
}

/** The disk is full, or the storage cannot be reached. */
export class StorageFailed extends Error {
  constructor(what: string, cause: unknown) {
    super(`${what}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
