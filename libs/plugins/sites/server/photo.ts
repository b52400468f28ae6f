/** Makes the photo that is shown out of the file that was sent: known by what it holds, small, and with nothing of the file left. */
import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';

/** What may be sent. Never SVG, which can hold scripts. */
export const photoTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/webp'];
export const largestPhoto = 5 * 1024 * 1024;

const shownPixels = 256;
const mostPixels = 40_000_000;

export interface Photo {
  /** WebP. */
  readonly image: Buffer;
  readonly mark: string;
}

/** A square photo, or null when the bytes are no picture of the type they were sent as, or one of too many pixels. */
export async function photoFrom(bytes: Buffer, sentAs: string): Promise<Photo | null> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!found || found.mime !== sentAs || !photoTypes.includes(found.mime)) return null;
  try {
    const { default: sharp } = await import('sharp');
    const image = await sharp(bytes, { limitInputPixels: mostPixels, sequentialRead: true, pages: 1 })
      .rotate()
      .resize(shownPixels, shownPixels, { fit: 'cover', position: 'attention' })
      .webp({ quality: 82 })
      .toBuffer();
    return { image, mark: createHash('sha256').update(image).digest('hex').slice(0, 12) };
  } catch {
    return null;
  }
}
