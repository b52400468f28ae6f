/** Files: documents and pictures attached to things, checked on the way in and seen by whoever may see what holds them. */
import { contribute, definePlugin } from '@hub/core/server';
import { familyFiles } from '@hub/plugins/exchange/contract';
import { attachmentQuarantined, uploadPath } from '@hub/plugins/files/contract';
import schema from '@hub/plugins/files/contract/schema.graphql';
import { personalData } from '@hub/plugins/identity/contract';
import { publishedWith } from '@hub/plugins/interventions/contract';
import { postedWith } from '@hub/plugins/threads/contract';
import { attachableReads, attachableSchema } from './attachable';
import { attachableRowsReads, attachableRowsSchema } from './attachable-rows';
import { attachmentReads } from './attachment.read';
import { AttachmentRecord, KeptRecord, StoredRecord } from './attachment.record';
import { AttachmentsResolver } from './attachments.resolver';
import { AttachmentsService } from './attachments.service';
import { Caller } from './caller';
import { DownloadController } from './download.controller';
import { filesMigrations } from './files.migrations';
import { FilesPersonalData } from './files.personal-data';
import { FilesSeed } from './files.seed';
import { FilesOfFamilies } from './files-of-families';
import { FilesOfRows } from './files-of-rows';
import { FilesHousekeeping } from './housekeeping';
import { Intake } from './intake/inspect';
import { KeepWithPost } from './keep-with-post';
import { KeepWithVersion } from './keep-with-version';
import { Quota } from './quota';
import { ScanFile } from './scan/scan.handler';
import { storageProvider } from './storage/storage.provider';
import { UploadController } from './upload.controller';

export const filesPlugin = definePlugin({
  id: 'files',
  needs: ['sites', 'interventions'],
  uses: ['identity', 'exchange', 'threads'],
  schema,
  composedSchema: (plugins) => `${attachableSchema(plugins)}\n${attachableRowsSchema(plugins)}`,
  records: [AttachmentRecord, StoredRecord, KeptRecord],
  migrations: filesMigrations,
  composedModels: attachmentReads,
  composedReads: (plugins) => [...attachableReads(plugins), ...attachableRowsReads(plugins)],
  resolvers: [AttachmentsResolver],
  controllers: [UploadController, DownloadController],
  uploadPaths: [uploadPath],
  events: [attachmentQuarantined],
  handlers: [{ event: attachmentQuarantined.name, handler: ScanFile }],
  providers: [AttachmentsService, FilesOfRows, Caller, Intake, Quota, storageProvider, FilesHousekeeping],
  contributes: [
    contribute(personalData, FilesPersonalData),
    contribute(publishedWith, KeepWithVersion),
    contribute(familyFiles, FilesOfFamilies),
    contribute(postedWith, KeepWithPost),
  ],
  seed: FilesSeed,
});
