/** The kinds whose things have files: each says so beside itself, and gets its fields here. */
import { kindOfId } from '@hub/core/contract';
import {
  list,
  readExtension,
  viewerCan,
  type AttachableKind,
  type EntityKind,
  type FieldRead,
  type ReadExtension,
  type ServerPlugin,
} from '@hub/core/server';

type Attachable = EntityKind & { readonly attachable: AttachableKind };

export function attachableKinds(plugins: readonly ServerPlugin[]): Attachable[] {
  return plugins
    .flatMap((plugin) => plugin.kinds ?? [])
    .filter((kind): kind is Attachable => kind.attachable !== undefined);
}

/** What the kind of the thing with this reference says of its files; undefined where there can be none. */
export function attachableOf(plugins: readonly ServerPlugin[], ref: string): AttachableKind | undefined {
  return attachableKinds(plugins).find(({ kind }) => kind === kindOfId(ref))?.attachable;
}

/** `attachments` where things are as they are; where they are published in versions, one list of the draft and one of each version. */
export function attachableSchema(plugins: readonly ServerPlugin[]): string {
  return attachableKinds(plugins)
    .map(({ type, attachable: { versions } }) => {
      const own = versions
        ? '"The files of the next version; null unless the viewer reads drafts of its site."\n  draftAttachments: [Attachment!]'
        : '"Its files, oldest first."\n  attachments: [Attachment!]!';
      const fields = `extend type ${type} {\n  ${own}\n  "Whether the viewer may add files and take them away."\n  viewerCanAttach: Boolean!\n}`;
      const ofVersions = versions
        ? `extend type ${versions.type} {\n  "The files it was published with, oldest first."\n  attachments: [Attachment!]!\n}`
        : '';
      return `${fields}\n${ofVersions}`;
    })
    .join('\n');
}

/** How these fields are read. */
export function attachableReads(plugins: readonly ServerPlugin[]): ReadExtension[] {
  return attachableKinds(plugins).flatMap(({ type, attachable: { by, versions } }) => {
    const viewerCanAttach = viewerCan(by);
    if (!versions) return [readExtension({ type, fields: { attachments: current(), viewerCanAttach } })];
    const draftAttachments = current(versions.draftReaders);
    return [
      readExtension({ type, fields: { draftAttachments, viewerCanAttach } }),
      readExtension({ type: versions.type, fields: { attachments: keptByVersion } }),
    ];
  });
}

const oldestFirst = ({ t }: { readonly t: string }) => `${t}.added_at, ${t}.id`;

function current(readers?: string): FieldRead {
  return list('Attachment', {
    where: ({ t, parent }) => `${t}.subject_ref = ${parent.t}.ref AND ${t}.removed_at IS NULL`,
    orderBy: oldestFirst,
    ...(readers ? { exists: ({ can }) => can(readers) } : {}),
  });
}

const keptByVersion: FieldRead = list('Attachment', {
  where: ({ t, parent, alias }) => {
    const k = alias();
    return `EXISTS (SELECT 1 FROM files.kept ${k} WHERE ${k}.version_id = ${parent.t}.id AND ${k}.attachment_id = ${t}.id)`;
  },
  orderBy: oldestFirst,
});
