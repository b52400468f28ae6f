/** The rows whose files are theirs, such as posts: each says so beside itself, and gets its field and its inputs here. */
import { list, readExtension, type AttachableRows, type ReadExtension, type ServerPlugin } from '@hub/core/server';

export const mostOfOneRow = 10;

export function attachableRows(plugins: readonly ServerPlugin[]): AttachableRows[] {
  return plugins.flatMap((plugin) => plugin.attachableRows ?? []);
}

/** `attachments` of each type of such rows, and of the inputs that write them. */
export function attachableRowsSchema(plugins: readonly ServerPlugin[]): string {
  const rows = attachableRows(plugins);
  if (rows.length === 0) return '';
  const fields = rows.map(
    ({ type }) => `extend type ${type} {\n  "Its files, oldest first."\n  attachments: [Attachment!]!\n}`,
  );
  const inputs = rows.flatMap((row) => row.inputs).map(inputSchema);
  return [fileInput, ...fields, ...inputs].join('\n');
}

const fileInput = `
  input AttachedFileInput {
    "A file that the viewer has sent to themselves, or one that is there already."
    attachment: ID!
    "What a picture shows, for those who do not see it. Empty of other files."
    alternative: String @text(max: 500, kind: LINE, blank: true, guarded: true)
  }`;

function inputSchema(name: string): string {
  const note = `All its files, ${mostOfOneRow} at most. What is not named here is taken away; without a list they stay as they are.`;
  return `extend input ${name} {\n  "${note}"\n  attachments: [AttachedFileInput!] @items(max: ${mostOfOneRow})\n}`;
}

/** How the field is read. */
export function attachableRowsReads(plugins: readonly ServerPlugin[]): ReadExtension[] {
  return attachableRows(plugins).map(({ type, prefix }) => {
    const attachments = list('Attachment', {
      where: ({ t, parent }) =>
        `${t}.row_prefix = '${prefix}' AND ${t}.row_id = ${parent.t}.id AND ${t}.removed_at IS NULL`,
      orderBy: ({ t }) => `${t}.added_at, ${t}.id`,
    });
    return readExtension({ type, fields: { attachments } });
  });
}
