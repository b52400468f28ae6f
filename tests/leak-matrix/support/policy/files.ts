/** Who may read the types of `files`. */
import { type TypesOfPlugin } from './rows';

export const files: TypesOfPlugin = {
  guarded: {
    Attachment: {
      rule: 'as the version or the draft that holds it; while it is kept back whoever reads drafts',
      plain: ['mediaType', 'finding'],
      made: { address: 'name' },
      unfilled: { finding: 'no malware is sent here: scanning.db.spec.ts' },
    },
  },
  payloads: ['AttachmentPayload', 'RemovedAttachmentPayload'],
};
