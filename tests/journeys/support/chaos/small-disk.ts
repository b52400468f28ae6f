/** A disk for files that can be full: a small one where one may be made, otherwise a folder that takes nothing in the meantime. */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const megabytes = 8;

export class SmallDisk {
  private constructor(
    readonly folder: string,
    /** Whether it is a disk, and not only behaves like a full one. */
    readonly isReal: boolean,
  ) {}

  static async open(): Promise<SmallDisk> {
    const folder = await mkdtemp(path.join(tmpdir(), 'hub-small-disk-'));
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
    return new SmallDisk(folder, mounted.status === 0);
  }

  /** From now on nothing can be written. */
  async fill(): Promise<void> {
    if (!this.isReal) {
      await rm(this.incoming, { recursive: true, force: true });
      return writeFile(this.incoming, '');
    }
    await writeFile(this.filler, Buffer.alloc(megabytes * 1024 * 1024)).then(
      () => Promise.reject(new Error('The small disk is not full.')),
      (error: NodeJS.ErrnoException) => (error.code === 'ENOSPC' ? undefined : Promise.reject(error)),
    );
  }

  async free(): Promise<void> {
    await rm(this.isReal ? this.filler : this.incoming, { force: true });
    if (!this.isReal) await mkdir(this.incoming, { recursive: true });
  }

  async close(): Promise<void> {
    if (this.isReal) spawnSync('umount', ['--lazy', this.folder]);
    await rm(this.folder, { recursive: true, force: true });
  }

  private get filler(): string {
    return path.join(this.folder, 'filler');
  }

  /** Where files are on their way in. */
  private get incoming(): string {
    return path.join(this.folder, 'incoming');
  }
}
