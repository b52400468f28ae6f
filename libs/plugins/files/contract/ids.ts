/** Attachments are no directory entities: their ids are `attachment:<uuid>`. */
import { rowIdOf } from '@hub/core/contract';

export const attachmentIdPrefix = 'attachment';

export const attachmentId = (uuid: string): string => `${attachmentIdPrefix}:${uuid}`;
/** The uuid in an attachment's id, or null when it is the id of something else. */
export const attachmentUuid = (id: string): string | null => rowIdOf(attachmentIdPrefix, id);
