/** Looks at a plain text or a CSV table: that it is text, and no page, picture or program in disguise. */
import { createReadStream } from 'node:fs';
import { RefusedFile } from './refused-file';

/** What begins so is run or drawn by something. */
const disguised = /^\s*(<(!doctype|html|head|body|script|svg|iframe|\?|!--)|#!|%PDF|%!PS|MZ|PK\x03\x04|GIF8|\x7fELF)/i;
const notText = /[\x00-\x08\x0e-\x1f\x7f]/;

/** Throws RefusedFile. */
export async function inspectText(path: string): Promise<void> {
  let isStart = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const text = chunk.toString('latin1');
    if (isStart && disguised.test(text.replace(/^\xef\xbb\xbf/, '')))
      throw new RefusedFile('This file is something else than its name says');
    if (notText.test(text)) throw new RefusedFile('This file is not plain text. Save it as text in UTF-8');
    isStart = false;
  }
}
