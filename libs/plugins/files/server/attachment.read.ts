/** How attachments are read: by whoever may see what they are attached to, and holds the keys of their own. */
import {
  column,
  one,
  openedByNameSql,
  readModel,
  sql,
  type AttachableRows,
  type Frame,
  type ReadModel,
  type ServerPlugin,
} from '@hub/core/server';
import { attachmentIdPrefix, uploadPath } from '@hub/plugins/files/contract';
import { attachableRows } from './attachable-rows';

export function attachmentReads(plugins: readonly ServerPlugin[]): ReadModel[] {
  const rows = attachableRows(plugins);
  return [
    readModel({
      type: 'Attachment',
      source: placedSql(rows),
      rowId: { prefix: attachmentIdPrefix, column: 'id' },
      guard: 'guard_ref',
      always: (frame) => openSql(rows, frame),
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
    }),
  ];
}

/** An attachment by its alias, and who asks. */
type Seen = Pick<Frame, 't' | 'viewer'>;

/** Attachments with what guards them now and whose room they take: of a row both are asked of the row itself, each time. */
export function placedSql(rows: readonly AttachableRows[]): string {
  const guards = rows.map((row, at) => `, r${at}.${row.guard}`).join('');
  const authors = rows.map((row, at) => `, r${at}.${row.author}`).join('');
  const joins = rows.map(
    (row, at) => ` LEFT JOIN ${row.source} r${at} ON a.row_prefix = '${row.prefix}' AND r${at}.id = a.row_id`,
  );
  return `(SELECT a.*, coalesce(a.subject_ref${guards}) AS guard_ref, coalesce(a.added_by${authors}) AS owner_ref FROM files.attachment a${joins.join('')})`;
}

/**
 * Beside the scope of what guards it: what was taken away is gone unless a version keeps it, a row must show its files, and drafts need
 * a key of their own, or that the subject was opened by name. What somebody has in hand is opened by nobody else.
 */
export function openSql(rows: readonly AttachableRows[], { t, viewer }: Seen): string {
  const { keys } = viewer;
  const isOpened = `${t}.status = 'READY' AND ${t}.guard_ref IS DISTINCT FROM ${t}.added_by AND ${openedByNameSql(`${t}.guard_ref`, keys)}`;
  const isKept = `(${t}.removed_at IS NULL OR ${t}.kept)`;
  return `(coalesce(${t}.needs <@ ${keys}, false) OR ${isOpened}) AND ${isKept} AND ${rowShownSql(rows, { t, viewer })}`;
}

function rowShownSql(rows: readonly AttachableRows[], { t, viewer }: Seen): string {
  const shown = rows.map(
    (row) =>
      `(${t}.row_prefix = '${row.prefix}' AND EXISTS (SELECT 1 FROM ${row.source} shown WHERE shown.id = ${t}.row_id AND ${row.isShown({ t: 'shown', viewer })}))`,
  );
  return `(${[`${t}.row_id IS NULL`, ...shown].join(' OR ')})`;
}
