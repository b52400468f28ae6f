/** A picture that another hub made anew already: kept as it is, byte for byte, if it holds nothing but its pixels. */
import { open } from 'node:fs/promises';
import type { FileType } from '@hub/plugins/files/contract';
import { mostPixels } from './re-encode';
import { RefusedFile } from './refused-file';

/** How each kind of picture ends: behind that a file could hold something else. */
const ends: Readonly<Record<string, Buffer>> = {
  'image/png': Buffer.from([0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]),
  'image/jpeg': Buffer.from([0xff, 0xd9]),
};

/** Throws RefusedFile for what cannot be drawn, says where or how it was taken, or goes on after its end. */
export async function requireBarePicture(path: string, size: number, { mediaType, words }: FileType): Promise<void> {
  const { default: sharp } = await import('sharp');
  const drawn = () => sharp(path, { limitInputPixels: mostPixels, sequentialRead: true, pages: 1, failOn: 'warning' });
  const { exif, xmp, iptc, comments } = await drawn()
    .metadata()
    .catch(() => {
      throw unreadable(words);
    });
  if (exif || xmp || iptc || comments?.length)
    throw new RefusedFile(
      'This picture says more than it shows, such as where it was taken. Only pictures that a hub made are taken in',
    );
  await drawn()
    .stats()
    .catch(() => {
      throw unreadable(words);
    });
  if (!(await endsWell(path, size, mediaType))) throw unreadable(words);
}

async function endsWell(path: string, size: number, mediaType: string): Promise<boolean> {
  const file = await open(path);
  try {
    if (mediaType === 'image/webp') {
      const { buffer } = await file.read({ buffer: Buffer.alloc(8), position: 0 });
      return buffer.readUInt32LE(4) + 8 === size;
    }
    const end = ends[mediaType];
    if (!end) return false;
    const { buffer } = await file.read({ buffer: Buffer.alloc(end.length), position: Math.max(0, size - end.length) });
    return buffer.equals(end);
  } finally {
    await file.close();
  }
}

const unreadable = (words: string) => new RefusedFile(`This file cannot be read as a ${words}`);
