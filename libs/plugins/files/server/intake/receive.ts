/** Receives a body into a temporary file: never whole in memory, and never more of it than a file may have. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PayloadTooLargeException } from '@nestjs/common';
import { largestFile, largestFileWords } from '@hub/plugins/files/contract';
import { EicarWatch } from './eicar';

export interface ReceivedFile {
  readonly path: string;
  readonly size: number;
  readonly holdsEicar: boolean;
}

export const tooLarge = () => new PayloadTooLargeException(`Choose a file of ${largestFileWords} or less`);

/** Where files are on their way in. */
export const incomingFolder = (folder: string) => path.join(folder, 'incoming');

/** A new name in the folder of what is on its way in, which is made if it is not there. */
export async function freshPath(folder: string): Promise<string> {
  const incoming = incomingFolder(folder);
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  return path.join(incoming, randomUUID());
}

/** Writes the body to a file of its own. Nothing of it stays when it breaks off or is too large: then it throws. */
export async function receive(body: Readable, folder: string): Promise<ReceivedFile> {
  const file = await freshPath(folder);
  const watch = new EicarWatch();
  let size = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > largestFile) return done(tooLarge());
      watch.see(chunk);
      return done(null, chunk);
    },
  });
  try {
    await pipeline(body, meter, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  return { path: file, size, holdsEicar: watch.found };
}
