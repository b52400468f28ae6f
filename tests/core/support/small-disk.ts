/** A disk that can be full: a small one where one may be made, otherwise a folder that takes nothing in the meantime. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const mount = (megabytes: number, folder: string) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status === 0;
const unmount = (folder: string) => spawnSync('umount', ['--lazy', folder]);

/** For the name of what is left out where no small disk may be mounted; empty where one may. */
export function whyNoDisk(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-small-disk-'));
  const isMounted = mount(1, folder);
  if (isMounted) unmount(folder);
  rmdirSync(folder);
  return isMounted ? '' : ' (left out: no small disk may be mounted here)';
}

export class SmallDisk {
  private constructor(
    readonly folder: string,
    private readonly megabytes: number,
    /** Whether it is a disk, and not only behaves like a full one. */
    readonly isReal: boolean,
  ) {}

  static async open(megabytes: number): Promise<SmallDisk> {
    const folder = await mkdtemp(path.join(tmpdir(), 'hub-small-disk-'));
    return new SmallDisk(folder, megabytes, mount(megabytes, folder));
  }

  /** From now on nothing can be written. */
  async fill(): Promise<void> {
    if (!this.isReal) {
      await rm(this.incoming, { recursive: true, force: true });
      return writeFile(this.incoming, '');
    }
    await writeFile(this.filler, Buffer.alloc(this.megabytes * 1024 * 1024)).then(
      () => Promise.reject(new Error('The small disk is not full.')),
      (error: NodeJS.ErrnoException) => (error.code === 'ENOSPC' ? undefined : Promise.reject(error)),
    );
  }

  async free(): Promise<void> {
    await rm(this.isReal ? this.filler : this.incoming, { force: true });
    if (!this.isReal) await mkdir(this.incoming, { recursive: true });
  }

  async close(): Promise<void> {
    if (this.isReal) unmount(this.folder);
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
