/** What keeps a file from telling whose it is. Pure. */
import { fileTypeOf } from '@hub/plugins/files/contract';

interface Named {
  readonly mediaType: string;
}

/** Pictures are made anew and texts are only what is read in them; a document holds the name of who made it. */
export function sayingNothing({ mediaType }: Named): boolean {
  const kind = fileTypeOf(mediaType)?.kind;
  return kind === 'image' || kind === 'text';
}

/** What such a file is called instead: people put their names into those of their files. */
export function namelessName({ mediaType }: Named, index: number): string {
  const type = fileTypeOf(mediaType);
  return `${type?.kind === 'image' ? 'picture' : 'text'}-${index + 1}.${type?.endings[0] ?? 'txt'}`;
}
