/** Reads a backup: first what it says of itself, then its parts in any order. */
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { BackupRefused, formatOfBackups, manifestEntry, type Manifest, type Measure } from './manifest';
import { isEqual, Meter } from './meter';

export class ArchiveReader {
  private constructor(
    readonly manifest: Manifest,
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Throws BackupRefused for what is no whole backup, or one that this release does not know how to read. */
  static async open(file: string): Promise<ArchiveReader> {
    const zip = await openPromise(file, { lazyEntries: true, autoClose: false }).catch((error: unknown) => {
      if (isMissing(error)) throw new BackupRefused(`There is no file ${file} that can be read.`);
      throw new BackupRefused(`${file} is no whole backup of a hub.`);
    });
    try {
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
      return new ArchiveReader(await manifestIn(zip, entries.get(manifestEntry), file), zip, entries);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  /** Lets a part flow where it belongs. Throws BackupRefused when it is not what was measured as it was written. */
  async pour(name: string, expected: Measure, into: Writable): Promise<void> {
    const entry = this.entries.get(name);
    if (!entry) throw new BackupRefused(`The backup is not whole: ${name} is missing.`);
    const meter = new Meter();
    try {
      await pipeline(await this.zip.openReadStreamPromise(entry), meter, into);
    } catch (error) {
      throw isDamage(error) ? damaged(name) : error;
    }
    if (!isEqual(meter.measure(), expected)) throw damaged(name);
  }

  close(): void {
    this.zip.close();
  }
}

async function manifestIn(zip: ZipFile, entry: Entry | undefined, file: string): Promise<Manifest> {
  if (!entry) throw new BackupRefused(`${file} is no backup of a hub.`);
  const manifest = JSON.parse(await text(await zip.openReadStreamPromise(entry))) as Manifest;
  if (manifest.format !== formatOfBackups)
    throw new BackupRefused('The backup was made by another release of the hub: restore it with that release.');
  return manifest;
}

const damaged = (name: string) => new BackupRefused(`The backup is damaged: ${name} is not as it was.`);

/** What unpacking, or PostgreSQL, says of bytes that were never packed: what was packed had been in such a table. */
function isDamage(error: unknown): boolean {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return /^(Z_.*|2[23]...)$/.test(code) || /bytes in the stream|invalid local file/.test(message);
}

const isMissing = (error: unknown) =>
  ['ENOENT', 'EISDIR', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '');
