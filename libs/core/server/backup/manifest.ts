/** What a backup says of itself: written last, read first, and what everything else in it is checked against. */

/** Raised when what is in the file is laid out in another way. */
export const formatOfBackups = 1;

/** How much there is of something, and its SHA-256. */
export interface Measure {
  readonly bytes: number;
  readonly sha256: string;
}

export interface TableInBackup extends Measure {
  /** With its schema, such as `core.entity`. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

export interface FileInBackup extends Measure {
  readonly key: string;
}

export interface SequenceInBackup {
  readonly name: string;
  readonly last: string;
}

export interface Manifest {
  readonly format: number;
  readonly madeAt: string;
  /** Which migrations the database had, in their order: what makes tables that these rows fit into. */
  readonly migrations: readonly string[];
  /** Which key sealed the secrets in it; null where there was none. The key itself is in no backup. */
  readonly secretKey: string | null;
  readonly tables: readonly TableInBackup[];
  readonly sequences: readonly SequenceInBackup[];
  readonly files: readonly FileInBackup[];
}

export const manifestEntry = 'backup.json';
export const tableEntry = (name: string) => `tables/${name}.copy`;
export const fileEntry = (key: string) => `files/${key}`;

/** A reason not to go on that a person can act on. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}
