/** A folder whose disk forgets what was not flushed when the power goes: under a program that a library is loaded into. */
import { spawnSync } from 'node:child_process';
import { chmodSync, ftruncateSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { closeSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';

const source = path.join(import.meta.dirname, 'forgetful-disk.c');
const compiler = ['cc', 'gcc', 'clang'].find((name) => spawnSync(name, ['--version']).status === 0);
const headBytes = 24;

/** For the name of what is left out where it cannot be had; empty where it can. */
export const whyNoForgetfulDisk =
  process.platform === 'linux' && compiler ? '' : ' (left out: no compiler of C is installed here)';

export class ForgetfulDisk {
  private readonly library: string;
  private readonly journal: string;

  /** @param files the folder of which contents are forgotten; what this needs for it stands in `beside` */
  constructor(
    private readonly files: string,
    beside: string,
  ) {
    this.library = path.join(beside, 'forgetful-disk.so');
    this.journal = path.join(beside, 'overwritten');
    const { status, stderr } = spawnSync(compiler ?? '', [
      '-shared',
      '-fPIC',
      '-O1',
      '-o',
      this.library,
      source,
      '-ldl',
    ]);
    if (status !== 0) throw new Error(`The library was not compiled: ${String(stderr)}`);
    mkdirSync(this.journal);
    chmodSync(this.journal, 0o777);
  }

  /** A program that runs another one on this disk. */
  running(program: string): string {
    const file = path.join(path.dirname(this.library), 'on-forgetful-disk');
    const settings = `FORGETFUL_FOLDER='${this.files}/' FORGETFUL_JOURNAL='${this.journal}' LD_PRELOAD='${this.library}'`;
    writeFileSync(file, `#!/bin/sh\n${settings} exec '${program}' "$@"\n`);
    chmodSync(file, 0o755);
    return file;
  }

  /** What the disk does when the power goes, once no program writes any more. Gives how many writes are forgotten. */
  forget(): number {
    const paths = new Map(this.allFiles().map((file) => [String(statSync(file).ino), file]));
    const counts = readdirSync(this.journal).map((number) => {
      const written = overwrittenIn(readFileSync(path.join(this.journal, number)));
      const file = paths.get(number);
      if (file) putBack(file, written);
      rmSync(path.join(this.journal, number));
      return written.length;
    });
    return counts.reduce((sum, each) => sum + each, 0);
  }

  private allFiles(): string[] {
    const all = readdirSync(this.files, { recursive: true, withFileTypes: true });
    return all.filter((each) => each.isFile()).map((each) => path.join(each.parentPath, each.name));
  }
}

/** What stood at a place of a file, and how long the file was. */
interface Overwritten {
  readonly at: number;
  readonly bytes: Buffer;
  readonly size: number;
}

/** What was written down last may be there in part: then nothing was overwritten yet. */
function overwrittenIn(journal: Buffer): Overwritten[] {
  const found: Overwritten[] = [];
  for (let from = 0; from + headBytes <= journal.length;) {
    const [at = 0, length = 0, size = 0] = [0, 8, 16].map((by) => Number(journal.readBigInt64LE(from + by)));
    const bytes = journal.subarray(from + headBytes, from + headBytes + length);
    if (bytes.length === length) found.push({ at, bytes, size });
    from += headBytes + length;
  }
  return found;
}

function putBack(file: string, written: readonly Overwritten[]): void {
  const open = openSync(file, 'r+');
  for (const { at, bytes, size } of written.toReversed()) {
    writeSync(open, bytes, 0, bytes.length, at);
    ftruncateSync(open, size);
  }
  closeSync(open);
}
