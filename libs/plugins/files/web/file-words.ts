/** What a page says of a file beside its name. Pure. */
import { fileTypeOf } from '@hub/plugins/files/contract';
import { sizeWords } from '@hub/ui';

interface SizedFile {
  readonly mediaType: string;
  readonly size: number;
}

/** "PDF, 12 KB". */
export function fileWords({ mediaType, size }: SizedFile): string {
  return `${fileTypeOf(mediaType)?.words ?? 'File'}, ${sizeWords(size)}`;
}
