/** Decides whether a file that has arrived is what it says, and makes it safe to keep. */
import { open, rm } from 'node:fs/promises';
import { Injectable, Inject } from '@nestjs/common';
import { hubSettings, type Settings } from '@hub/core/server';
import { fileTypeOfName, fileTypeWords, type FileType } from '@hub/plugins/files/contract';
import { fileTypeFromFile } from 'file-type';
import type { Readable } from 'node:stream';
import { requireBarePicture } from './bare-picture';
import { EicarWatch, eicarName } from './eicar';
import { safeFileName } from './file-name.rules';
import { inspectOffice } from './inspect-office';
import { inspectText } from './inspect-text';
import { reEncode } from './re-encode';
import { receive, type ReceivedFile } from './receive';
import { RefusedFile } from './refused-file';

export interface SentFile {
  readonly body: Readable;
  /** As sent: anything may stand here. */
  readonly name: string;
  readonly mediaType: string;
}

/** A file that may be kept. It is a temporary one until then. */
export interface InspectedFile {
  readonly path: string;
  readonly size: number;
  readonly name: string;
  readonly mediaType: string;
  /** What was found in it, if it is known to be malware. */
  readonly finding: string | null;
}

/** What is done to a picture before it is kept. Gives its size then. */
type MakePicture = (path: string, size: number, type: FileType) => Promise<number>;

@Injectable()
export class Intake {
  private readonly folder: string;

  constructor(@Inject(hubSettings) { files }: Pick<Settings, 'files'>) {
    this.folder = files.folder;
  }

  /**
   * Receives a file, looks at it, hands it to the work, and leaves no temporary file behind. Throws RefusedFile, or
   * PayloadTooLargeException.
   */
  take<T>(sent: SentFile, work: (file: InspectedFile) => Promise<T>): Promise<T> {
    return this.looked(sent, (path, _size, type) => reEncode(path, type), work);
  }

  /** The same for a file of another hub, which stays as it is: a picture was made anew there, or is refused. */
  takeBack<T>(sent: SentFile, work: (file: InspectedFile) => Promise<T>): Promise<T> {
    const asItIs = async (path: string, size: number, type: FileType) => {
      await requireBarePicture(path, size, type);
      return size;
    };
    return this.looked(sent, asItIs, work);
  }

  private async looked<T>(
    { body, name: sentName, mediaType }: SentFile,
    picture: MakePicture,
    work: (file: InspectedFile) => Promise<T>,
  ): Promise<T> {
    const name = safeFileName(sentName);
    const type = typeOf(name, mediaType);
    const received = await receive(body, this.folder);
    try {
      return await work(await inspected(received, name, type, picture));
    } finally {
      await rm(received.path, { force: true });
    }
  }
}

/** The type that name and declaration agree on, before anything is read. */
function typeOf(name: string, mediaType: string): FileType {
  const type = fileTypeOfName(name);
  if (!type) throw new RefusedFile(`Choose a ${fileTypeWords} file`);
  if (type.mediaType !== mediaType) throw disguised(type);
  return type;
}

async function inspected(
  received: ReceivedFile,
  name: string,
  type: FileType,
  picture: MakePicture,
): Promise<InspectedFile> {
  const { path, size } = received;
  if (size === 0) throw new RefusedFile('This file is empty');
  const watch = new EicarWatch();
  watch.found = received.holdsEicar;
  const found = await fileTypeFromFile(path).catch(() => undefined);
  const sniffed = type.kind === 'text' ? undefined : type.mediaType;
  if (!watch.found && found?.mime !== sniffed) throw disguised(type);
  if (!watch.found) await inspectContent(path, size, type, watch);
  const kept = type.kind === 'image' && !watch.found ? await picture(path, size, type) : size;
  return { path, size: kept, name, mediaType: type.mediaType, finding: watch.found ? eicarName : null };
}

async function inspectContent(path: string, size: number, type: FileType, watch: EicarWatch): Promise<void> {
  if (type.kind === 'office') await inspectOffice(path, size, type, watch);
  if (type.kind === 'text') await inspectText(path);
  if (type.kind === 'document') await requireEnd(path, size, type);
}

/** A PDF begins with its mark, and ends with its own: what stops before that did not arrive whole. */
async function requireEnd(path: string, size: number, type: FileType): Promise<void> {
  const file = await open(path);
  try {
    const start = await file.read({ buffer: Buffer.alloc(5), position: 0 });
    const tail = await file.read({ buffer: Buffer.alloc(2048), position: Math.max(0, size - 2048) });
    const isWhole = start.buffer.toString('latin1') === '%PDF-' && tail.buffer.includes('%%EOF');
    if (!isWhole) throw new RefusedFile(`This file cannot be read as a ${type.words}`);
  } finally {
    await file.close();
  }
}

const disguised = (type: FileType) => new RefusedFile(`This file is no ${type.words}, although its name says so`);
