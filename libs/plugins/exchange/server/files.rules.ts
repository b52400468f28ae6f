/** What the files in a family must keep to. Pure: each rule gives the places where it is broken. */
import type { Family, FamilyFile } from '@hub/plugins/exchange/contract';
import type { Fault } from './file-check';
import { contentHash } from './content-hash';
import { absent, moment, named } from './places.rules';

export function fileFaults({ files, interventions }: Family, ids: ReadonlySet<string>): Fault[] {
  const keepers = new Map(
    interventions.flatMap(({ id, versions }) => versions.flatMap((version) => version.files.map((file) => [file, id]))),
  );
  const known = new Set(files.map(({ id }) => id));
  return [
    ...files.flatMap((file, at) => [
      ...absent(file.intervention, `/files/${at}/intervention`, ids),
      ...(keepers.get(file.id) === file.intervention
        ? []
        : [{ place: `/files/${at}/id`, message: `No version of ${file.intervention} has this file` }]),
      ...moment(file.addedAt, `/files/${at}/addedAt`),
      ...named(file.addedBy, `/files/${at}/addedBy`, ids),
      ...contentFaults(file, `/files/${at}`),
    ]),
    ...interventions.flatMap(({ versions }, at) =>
      versions.flatMap((version, position) =>
        version.files.flatMap((file, place) =>
          absent(file, `/interventions/${at}/versions/${position}/files/${place}`, known),
        ),
      ),
    ),
  ];
}

function contentFaults({ content, sha256, size }: FamilyFile, place: string): Fault[] {
  if (content === null || sha256 === null)
    return content === sha256 ? [] : [{ place, message: 'content and sha256 are both there, or both null' }];
  const bytes = Buffer.from(content, 'base64');
  if (bytes.toString('base64') !== content) return [{ place: `${place}/content`, message: 'This is not base64' }];
  if (bytes.length !== size) return [{ place: `${place}/size`, message: `Its content has ${bytes.length} bytes` }];
  return contentHash(bytes) === sha256
    ? []
    : [{ place: `${place}/sha256`, message: 'Its content has another SHA-256' }];
}
