/** The storage that the settings ask for. */
import type { Provider } from '@nestjs/common';
import { hubSettings, type Settings } from '@hub/core/server';
import { FolderStorage } from './folder-storage';
import { S3Storage } from './s3-storage';
import { Storage } from './storage';

export const storageProvider: Provider = {
  provide: Storage,
  useFactory: ({ files }: Settings) => (files.s3 ? new S3Storage(files.s3) : new FolderStorage(files.folder)),
  inject: [hubSettings],
};
