/** What the commands for backups say. */
import { BackupRefused, type Manifest } from '@hub/core/server';
import { startUpSentence } from './start-up-sentence';

/** What a backup holds, such as "60 tables with 4120 rows and 12 files". */
export function whatIsIn({ tables, files }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${tables.length} tables with ${rows} rows and ${files.length} files`;
}

/** Why there is no backup, or nothing was put back, in one sentence. */
export function backupSentence(error: unknown, env: NodeJS.ProcessEnv): string {
  if (error instanceof BackupRefused) return error.message;
  const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
  return isFull ? 'The disk is full.' : startUpSentence(error, env).replace('The hub could not start', 'It failed');
}
