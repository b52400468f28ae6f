/** The files of what was gathered, with the bytes of those that are not too large for one text. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@hub/core/contract';
import { contributionsOf } from '@hub/core/server';
import { familyFiles, type FamilyFile, type FamilyFiles } from '@hub/plugins/exchange/contract';
import { contentHash } from './content-hash';
import type { RawFile } from './family.query';
import { byId, type Gathered } from './gathered';

/** Bytes of all files of a family together. Those that come to more, by their ids, are named without their bytes. */
export const mostFileBytes = 20 * 1024 * 1024;

@Injectable()
export class FileContents {
  constructor(@Inject(contributionsOf(familyFiles)) private readonly keepers: readonly FamilyFiles[]) {}

  /** In the order of their ids. Of what the viewer may not have there are no bytes. */
  async of({ interventions }: Gathered, viewer: Viewer): Promise<readonly FamilyFile[]> {
    const files = byId(
      interventions.flatMap(({ id: intervention, versions }) =>
        versions.edges.flatMap(({ node }) => (node.attachments ?? []).map((file) => ({ ...file, intervention }))),
      ),
    );
    const [keeper] = this.keepers;
    if (!keeper || files.length === 0) return [];
    const contents = await keeper.contents(viewer, fitting(files));
    return files.map((file) => fileOf(file, contents.get(file.id)));
  }
}

function fitting(files: readonly RawFile[]): string[] {
  let bytes = 0;
  return files.flatMap(({ id, size }) => {
    if (bytes + size > mostFileBytes) return [];
    bytes += size;
    return [id];
  });
}

function fileOf(file: RawFile & { readonly intervention: string }, content: Uint8Array | undefined): FamilyFile {
  const { id, intervention, name, mediaType, size, alternative, addedAt, addedBy } = file;
  return {
    ...{ id, intervention, name, mediaType, size, alternative, addedAt, addedBy: addedBy?.id ?? null },
    sha256: content ? contentHash(content) : null,
    content: content ? Buffer.from(content).toString('base64') : null,
  };
}
