/** Looks into an Office document, which is a ZIP archive: how much it unpacks to, and that it has what it says and no macros. */
import type { Readable } from 'node:stream';
import type { FileType } from '@hub/plugins/files/contract';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import type { EicarWatch } from './eicar';
import { RefusedFile } from './refused-file';

const mostEntries = 1000;
const mostUnpacked = 200 * 1024 * 1024;
const mostRatio = 100;

const mainParts: Readonly<Record<string, string>> = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
};

/** Parts that run: macros, ActiveX controls, programs. */
const running =
  /(vbaproject\.bin|vbadata\.xml|\/macrosheets\/|\/activex\/|\.(exe|dll|com|scr|js|vbs|bat|cmd|ps1|jar|hta|lnk))$|\/(macrosheets|activex)\//i;

/** Throws RefusedFile. Everything is unpacked, but kept nowhere: what an archive says of itself may be a lie. */
export async function inspectOffice(path: string, size: number, type: FileType, watch: EicarWatch): Promise<void> {
  const zip = await openPromise(path).catch(() => null);
  if (!zip) throw unreadable(type);
  try {
    await inspectEntries(zip, size, type, watch);
  } catch (error) {
    throw error instanceof RefusedFile ? error : unreadable(type);
  } finally {
    zip.close();
  }
}

async function inspectEntries(zip: ZipFile, size: number, type: FileType, watch: EicarWatch): Promise<void> {
  if (zip.entryCount > mostEntries) throw tooMuch();
  const most = Math.min(mostUnpacked, size * mostRatio);
  const names = new Set<string>();
  let entries = 0;
  let declared = 0;
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    entries += 1;
    declared += entry.uncompressedSize;
    if (entries > mostEntries || declared > most) throw tooMuch();
    if (entry.isEncrypted()) throw new RefusedFile('Take the password off this document, and attach it again');
    if (running.test(entry.fileName)) throw withMacros();
    names.add(entry.fileName);
    if (entry.fileName.endsWith('/')) continue;
    const isContentTypes = entry.fileName === '[Content_Types].xml';
    watch.startAnew();
    let text = '';
    for await (const chunk of await contentOf(zip, entry)) {
      unpacked += chunk.length;
      if (unpacked > most) throw tooMuch();
      watch.see(chunk);
      if (isContentTypes && text.length < 1024 * 1024) text += chunk.toString('latin1');
    }
    if (isContentTypes && /macroenabled|vbaproject/i.test(text)) throw withMacros();
  }
  const main = mainParts[type.endings[0] ?? ''];
  if (!main || !names.has(main) || !names.has('[Content_Types].xml')) throw unreadable(type);
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  return stream as AsyncIterable<Buffer>;
}

const unreadable = (type: FileType) => new RefusedFile(`This file cannot be read as a ${type.words}`);
const tooMuch = () =>
  new RefusedFile('This document unpacks to far more than it says. Save it anew, and attach it again');
const withMacros = () =>
  new RefusedFile('This document holds macros or programs. Save it without them, and attach it again');
