/** Files that tests send: whole ones of each type, and archives made to order. */
import { crc32, createDeflate } from 'node:zlib';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { ZipFile } from 'yazl';

/** A PDF of one empty page. */
export const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

const picture = () => sharp({ create: { width: 12, height: 8, channels: 3, background: '#005eb8' } });
export const png = () => picture().png().toBuffer();
export const jpeg = () => picture().jpeg().toBuffer();
export const webp = () => picture().webp().toBuffer();

const mainPart = {
  docx: ['word/document.xml', 'wordprocessingml.document.main'],
  xlsx: ['xl/workbook.xml', 'spreadsheetml.sheet.main'],
  pptx: ['ppt/presentation.xml', 'presentationml.presentation.main'],
} as const;

/** An Office document with these further parts. */
export function office(type: keyof typeof mainPart, more: Readonly<Record<string, Buffer | string>> = {}) {
  const [part, content] = mainPart[type];
  const types =
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${content}+xml"/></Types>`;
  return zip({ '[Content_Types].xml': types, '_rels/.rels': '<Relationships/>', [part]: '<main/>', ...more });
}

/** A ZIP archive of these entries, in this order. */
export async function zip(entries: Readonly<Record<string, Buffer | string>>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(entries)) archive.addBuffer(Buffer.from(content), name);
  archive.end();
  return Buffer.concat((await (archive.outputStream as Readable).toArray()) as Buffer[]);
}

/** A PNG of one colour, one bit a pixel: rows of zeros, packed as they are made. */
export async function blackSquare(side: number): Promise<Buffer> {
  const row = Buffer.alloc(1 + Math.ceil(side / 8));
  const packed = Readable.from(Array(side).fill(row)).pipe(createDeflate());
  const pixels = Buffer.concat((await packed.toArray()) as Buffer[]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(1, 8);
  const start = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The test file of the antivirus makers, in pieces so that no scanner takes this file for it. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('');
