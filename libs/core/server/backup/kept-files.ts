/** The bytes beside the database that a backup holds too. Whoever keeps them says where, so that a folder and a bucket are one to backups. */
import type { Readable } from 'node:stream';

export interface KeptFiles {
  /** Gives a row for each file that the database knows, with its `key`. */
  readonly keysSql: string;
  /** Where a file can be put together before it is kept. */
  readonly folder: string;
  read(key: string): Promise<Readable>;
  put(key: string, file: { readonly path: string; readonly size: number }): Promise<void>;
}
