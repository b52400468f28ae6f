/** The stored files as backups know them. */
import type { FilesSettings, KeptFiles } from '@hub/core/server';
import { incomingFolder } from '../intake/receive';
import { storageFor } from './storage.provider';

/** Every file that something is attached by, wherever the settings say that it is kept. */
export function keptFiles(settings: FilesSettings): KeptFiles {
  const storage = storageFor(settings);
  return {
    keysSql: 'SELECT DISTINCT storage_key::text AS key FROM files.attachment ORDER BY 1',
    folder: incomingFolder(settings.folder),
    read: (key) => storage.read(key),
    put: (key, file) => storage.put(key, file),
  };
}
