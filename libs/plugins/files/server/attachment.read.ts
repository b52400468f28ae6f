/** How attachments are read: by whoever may see what they are attached to, and holds the keys of their own. */
import { column, one, openedByNameSql, readModel, sql } from '@hub/core/server';
import { attachmentIdPrefix, uploadPath } from '@hub/plugins/files/contract';

export const attachmentRead = readModel({
  type: 'Attachment',
  source: 'files.attachment',
  rowId: { prefix: attachmentIdPrefix, column: 'id' },
  guard: 'subject_ref',
  always: ({ t, viewer }) => openSql(t, viewer.keys),
  fields: {
    name: column('name'),
    mediaType: column('media_type'),
    size: column('size'),
    isImage: sql(({ t }) => `${t}.media_type LIKE 'image/%'`),
    alternative: column('alternative'),
    status: column('status'),
    finding: column('finding'),
    address: sql(({ t }) => `'${uploadPath}/' || ${t}.id || '/' || files.in_address(${t}.name)`),
    addedAt: column('added_at'),
    addedBy: one('Member', ({ t }) => `${t}.added_by`),
  },
});

/**
 * Beside the scope of the subject: what was taken away is gone unless a version keeps it, and drafts need a key of their own, or that
 * the subject was opened by name.
 */
export function openSql(t: string, keys: string): string {
  const isOpened = `${t}.status = 'READY' AND ${openedByNameSql(`${t}.subject_ref`, keys)}`;
  return `(coalesce(${t}.needs <@ ${keys}, false) OR ${isOpened}) AND (${t}.removed_at IS NULL OR ${t}.kept)`;
}
