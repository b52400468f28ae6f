/** Keeps files in a folder of this machine. */
import { open, mkdir, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { Storage, StorageFailed, type ByteRange } from './storage';

export class FolderStorage extends Storage {
  /** Files on their way in must be on the same disk: they are moved, not copied. */
  constructor(private readonly folder: string) {
    super();
  }

  async put(key: string, { path: from }: { readonly path: string }): Promise<void> {
    const to = this.placeOf(key);
    try {
      await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
      await onDisk(from);
      await rename(from, to);
    } catch (error) {
      throw new StorageFailed('A file could not be stored', error);
    }
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const file = await this.opened(key);
    return file.createReadStream(range ? { start: range.from, end: range.to } : {});
  }

  async remove(key: string): Promise<void> {
    try {
      await rm(this.placeOf(key), { force: true });
    } catch (error) {
      throw new StorageFailed('A file could not be removed', error);
    }
  }

  private async opened(key: string): Promise<FileHandle> {
    try {
      return await open(this.placeOf(key), 'r');
    } catch (error) {
      throw new StorageFailed('A stored file could not be read', error);
    }
  }

  /** Spread over 256 folders. */
  private placeOf(key: string): string {
    return path.join(this.folder, 'kept', key.slice(0, 2), key);
  }
}

/** What the hub says is stored must be there after the power was cut. */
async function onDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
