/** Makes a picture anew: what is kept was drawn from its pixels, and holds nothing else that came with the file. */
import { rename, rm, stat } from 'node:fs/promises';
import type { FileType } from '@hub/plugins/files/contract';
import type { Sharp } from 'sharp';
import { RefusedFile } from './refused-file';

export const mostPixels = 40_000_000;
/** Larger ones are made smaller: pages show them, on phones too. */
const longestSide = 3000;

/** Puts the new picture in place of the one sent, and gives its size. Throws RefusedFile. */
export async function reEncode(path: string, { mediaType }: FileType): Promise<number> {
  const made = `${path}-made`;
  try {
    const { default: sharp } = await import('sharp');
    const picture = sharp(path, { limitInputPixels: mostPixels, sequentialRead: true, pages: 1 })
      .autoOrient()
      .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true });
    await inFormat(picture, mediaType).toFile(made);
    await rename(made, path);
  } catch (error) {
    await rm(made, { force: true });
    if (isAboutTheDisk(error)) throw error;
    throw new RefusedFile('This picture cannot be read, or has more than 40 million pixels');
  }
  return (await stat(path)).size;
}

function inFormat(picture: Sharp, mediaType: string): Sharp {
  if (mediaType === 'image/png') return picture.png();
  if (mediaType === 'image/webp') return picture.webp({ quality: 85 });
  return picture.jpeg({ quality: 85 });
}

function isAboutTheDisk(error: unknown): boolean {
  return error instanceof Error && /ENOSPC|EDQUOT|No space left|unable to open for write/i.test(error.message);
}
