/** The storage that the settings ask for. */
import type { Provider } from '@nestjs/common';
import { hubSettings, type FilesSettings, type Settings } from '@hub/core/server';
import { FolderStorage } from './folder-storage';
import { S3Storage } from './s3-storage';
import { Storage } from './storage';

export const storageFor = ({ s3, folder }: FilesSettings): Storage =>
  s3 ? new S3Storage(s3) : new FolderStorage(folder);

export const storageProvider: Provider = {
  provide: Storage,
  useFactory: ({ files }: Settings) => storageFor(files),
  inject: [hubSettings],
};
