/** Writes a backup: a ZIP file, each part streamed and measured, closed with a key where there is one. It has its name only when it is whole. */
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { BackupRefused, type Measure } from './manifest';
import { Meter } from './meter';
import { canSeal, seal, type BackupKeys } from './seal';

export class ArchiveWriter {
  private readonly zip = new ZipFile();
  private readonly unfinished: string;
  private readonly written: Promise<void>;

  private constructor(
    private readonly file: string,
    keys: BackupKeys,
  ) {
    this.unfinished = `${file}.unfinished`;
    const failed = new Promise<never>((_, reject) => this.zip.on('error', reject));
    const out = createWriteStream(this.unfinished, { flags: 'wx', mode: 0o600 });
    this.written = Promise.race([this.flow(out, keys), failed]);
    this.written.catch(() => undefined);
  }

  /** Begins one, in a folder that is made where it is missing. Throws BackupRefused where there is something of that name. */
  static async open(file: string, keys: BackupKeys): Promise<ArchiveWriter> {
    for (const taken of [file, `${file}.unfinished`])
      if (existsSync(taken))
        throw new BackupRefused(`There is a file ${taken} already: choose another name, or take it away.`);
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    return new ArchiveWriter(file, keys);
  }

  /** Adds a part. Resolves when it has flowed; rejects when it breaks off, or when the file cannot be written. */
  async add(entry: string, from: Readable, { compress = true } = {}): Promise<Measure> {
    const meter = new Meter();
    from.once('error', (error) => meter.destroy(error));
    from.pipe(meter);
    this.zip.addReadStreamLazy(entry, { compress, mode: 0o600 }, (take) => take(null, meter));
    await Promise.race([finished(meter), this.written.then(() => finished(meter))]);
    return meter.measure();
  }

  /** Adds the last part, and gives the file its name once all of it is on the disk. */
  async close(entry: string, content: string): Promise<void> {
    this.zip.addBuffer(Buffer.from(content), entry, { mode: 0o600 });
    this.zip.end();
    await this.written;
    const handle = await open(this.unfinished, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(this.unfinished, this.file);
  }

  private async flow(out: Writable, keys: BackupKeys): Promise<void> {
    const zip = this.zip.outputStream as Readable;
    await pipeline(canSeal(keys) ? await seal(zip, keys) : zip, out);
  }

  /** Leaves nothing of it. */
  async abandon(): Promise<void> {
    await rm(this.unfinished, { force: true });
  }
}
