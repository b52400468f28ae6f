/** What a page says of a file beside its name. Pure. */
import { fileTypeOf } from '@hub/plugins/files/contract';

interface SizedFile {
  readonly mediaType: string;
  readonly size: number;
}

/** "PDF, 12 KB". */
export function fileWords({ mediaType, size }: SizedFile): string {
  return `${fileTypeOf(mediaType)?.words ?? 'File'}, ${sizeWords(size)}`;
}

/** "800 bytes", "12 KB", "1.4 MB": as file managers count. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
