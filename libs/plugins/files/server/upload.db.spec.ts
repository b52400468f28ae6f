/** What may be attached: only what it says it is, no larger than it may be, under a harmless name. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestHub, type TestClient, type TestHub, attachFile, sendFile } from '@hub/testing';
import { draftFiles, draftOf } from './testing/interventions';
import { blackSquare, jpeg, office, pdf, png, webp, zip } from './testing/samples';
import { filesIn, officeType } from './testing/sending';

let hub: TestHub;
let anjali: TestClient;
let draft: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hub-upload-'));
  hub = await createTestHub({ env: { HUB_FILES_DIR: folder } });
  anjali = await hub.as('anjali-thornapple');
  draft = await draftOf(anjali, 'Breathing clinic');
});
afterAll(() => hub?.close());

const stored = async () => (await hub.sql('SELECT 1 FROM files.stored')).length;
const html = '<!doctype html><html><script>alert(1)</script></html>';
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const exe = Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), Buffer.alloc(300)]);
const elf = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(300)]);
const gif = 'GIF89a/*\x01\x00*/=1;alert(1)//';
const macro = { 'word/vbaProject.bin': Buffer.alloc(100, 1) };
const contentTypesOf = (content: string) => ({
  '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${content}"/></Types>`,
});
const macroDocument = 'application/vnd.ms-word.document.macroEnabled.main+xml';

describe('each type that may be sent is taken, and known by what it holds:', () => {
  it.each<[string, string, () => Promise<Buffer | string> | Buffer | string]>([
    ['plan.pdf', 'application/pdf', () => pdf],
    ['plan.docx', officeType.docx, () => office('docx')],
    ['figures.xlsx', officeType.xlsx, () => office('xlsx')],
    ['slides.pptx', officeType.pptx, () => office('pptx')],
    ['audit.csv', 'text/csv', () => 'month,visits\n2016-04,12\n'],
    ['notes.txt', 'text/plain; charset=utf-8', () => 'Café at £3\n'],
    ['ward.png', 'image/png', png],
    ['ward.JPEG', 'image/jpeg', jpeg],
    ['ward.webp', 'image/webp', webp],
  ])('%s', async (name, type, body) => {
    const id = await attachFile(anjali, draft, { name, type, body: await body() });

    const file = (await draftFiles(anjali, draft))?.find((one) => one.id === id);
    expect(file).toMatchObject({ name: name.replace('JPEG', 'jpeg'), mediaType: type.split(';')[0], status: 'READY' });
  });
});

describe('40 files that are something else than they say are refused, and nothing of them is kept:', () => {
  const docx = officeType.docx;
  it.each<[string, string, string, () => Promise<Buffer | string> | Buffer | string]>([
    ['a page as a PNG', 'a.png', 'image/png', () => html],
    ['a page as a JPEG', 'a.jpg', 'image/jpeg', () => html],
    ['a page as a WebP', 'a.webp', 'image/webp', () => html],
    ['a page as a PDF', 'a.pdf', 'application/pdf', () => html],
    ['a page as plain text', 'a.txt', 'text/plain', () => html],
    ['a page as a table', 'a.csv', 'text/csv', () => `\n  ${html}`],
    ['a page after a byte order mark', 'a.txt', 'text/plain', () => `\uFEFF${html}`],
    ['a page by its own name', 'a.html', 'text/html', () => html],
    ['a page named as a page, declared as text', 'a.html', 'text/plain', () => html],
    ['a program as a PDF', 'a.pdf', 'application/pdf', () => exe],
    ['a program as a picture', 'a.png', 'image/png', () => exe],
    ['a program as plain text', 'a.txt', 'text/plain', () => exe],
    ['a program as a Word document', 'a.docx', docx, () => exe],
    ['a program of another system as a table', 'a.csv', 'text/csv', () => elf],
    ['a program by its own name', 'a.exe', 'application/octet-stream', () => exe],
    ['a program with two endings', 'plan.pdf.exe', 'application/pdf', () => pdf],
    ['a program with the ending of a PDF last', 'plan.exe.pdf', 'application/pdf', () => exe],
    ['a drawing with scripts by its own name', 'a.svg', 'image/svg+xml', () => svg],
    ['a drawing with scripts as a PNG', 'a.png', 'image/png', () => svg],
    ['a drawing with scripts as plain text', 'a.txt', 'text/plain', () => svg],
    ['a picture that is a script too, by its own name', 'a.gif', 'image/gif', () => gif],
    ['a picture that is a script too, as a JPEG', 'a.jpg', 'image/jpeg', () => gif],
    ['a picture that is a script too, as plain text', 'a.txt', 'text/plain', () => gif],
    ['a script for the shell', 'a.txt', 'text/plain', () => '#!/bin/sh\nrm -rf /\n'],
    ['a PNG named as a JPEG', 'a.jpg', 'image/jpeg', png],
    ['a PNG declared as a JPEG', 'a.png', 'image/jpeg', png],
    ['a JPEG named as a PDF', 'a.pdf', 'application/pdf', jpeg],
    ['a PDF named as a PNG', 'a.png', 'image/png', () => pdf],
    ['a PDF as plain text', 'a.txt', 'text/plain', () => pdf],
    ['a PDF that is cut off', 'a.pdf', 'application/pdf', () => pdf.subarray(0, 80)],
    ['the beginning of a PNG', 'a.png', 'image/png', async () => (await png()).subarray(0, 40)],
    ['an archive as a Word document', 'a.docx', docx, () => zip({ 'notes.txt': 'x' })],
    ['a workbook as a Word document', 'a.docx', docx, () => office('xlsx')],
    ['a Word document with macros', 'a.docx', docx, () => office('docx', macro)],
    ['one that says that it has macros', 'a.docx', docx, () => office('docx', contentTypesOf(macroDocument))],
    [
      'one with macros by its own name',
      'a.docm',
      'application/vnd.ms-word.document.macroEnabled.12',
      () => office('docx', macro),
    ],
    [
      'a workbook with controls',
      'a.xlsx',
      officeType.xlsx,
      () => office('xlsx', { 'xl/activeX/activeX1.xml': '<x/>' }),
    ],
    [
      'slides with a program in them',
      'a.pptx',
      officeType.pptx,
      () => office('pptx', { 'ppt/embeddings/setup.exe': exe }),
    ],
    ['an archive that is cut off', 'a.docx', docx, async () => (await office('docx')).subarray(0, -30)],
    ['letters of two bytes as plain text', 'a.txt', 'text/plain', () => Buffer.from('words', 'utf16le')],
    ['nothing at all', 'a.txt', 'text/plain', () => ''],
    ['a name without an ending', 'plan', 'application/pdf', () => pdf],
  ])('%s (F1)', async (_what, name, type, body) => {
    const before = await stored();

    const answer = await sendFile(anjali, draft, { name, type, body: await body() });

    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(await stored()).toBe(before);
    expect(await filesIn(path.join(folder, 'incoming'))).toEqual([]);
  });
});

describe('a file that is called or described after a patient is refused before it is read, without saying who:', () => {
  it.each([
    ['an NHS number in its name', 'letter-943-476-5919.png', 'A ward', 'name', 'NHS_NUMBER'],
    ['an NHS number among its words', 'scan_9434765919_final.png', 'A ward', 'name', 'NHS_NUMBER'],
    ['a date of birth', 'Ethel_Jones_12-03-1941.png', 'A ward', 'name', 'DATE_OF_BIRTH'],
    ['an NHS number in what it shows', 'ward.png', 'The band of 943 476 5919', 'alternative', 'NHS_NUMBER'],
  ])('%s (T9)', async (_what, name, alternative, field, kind) => {
    const before = await stored();

    const answer = await sendFile(anjali, draft, { name, alternative, type: 'image/png', body: await png() });

    const said = await answer.text();
    expect(answer.status).toBe(400);
    expect(JSON.parse(said)).toMatchObject({
      errors: [{ extensions: { code: 'PII_SUSPECTED', findings: [{ path: field, kind, nth: 1 }] } }],
    });
    expect(said).not.toMatch(/943|5919|Ethel|1941/);
    expect(await stored()).toBe(before);
  });

  it('what it shows may be written afterwards, with the reason why it is no patient’s', async () => {
    const id = await attachFile(anjali, draft, {
      name: 'band.png',
      alternative: 'A band',
      type: 'image/png',
      body: await png(),
    });
    const redescribe =
      'mutation ($input: DescribeAttachmentInput!) { describeAttachment(input: $input) { attachment { alternative } } }';
    const input = { attachment: id, subject: draft, alternative: 'The band of 943 476 5919' };
    const notPatientDetails = [{ path: 'input.alternative', kind: 'NHS_NUMBER', nth: 1, because: 'A printed example' }];

    expect(await anjali.codeOf(redescribe, { input })).toBe('PII_SUSPECTED');
    expect(await anjali.ok(redescribe, { input: { ...input, notPatientDetails } })).toMatchObject({
      describeAttachment: { attachment: { alternative: 'The band of 943 476 5919' } },
    });
  });
});

describe('what would fill memory or disk is refused soon, and leaves nothing behind:', () => {
  const zeros = (size: number) => Buffer.alloc(size);
  const manyEntries = () => Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`word/${at}.xml`, 'x']));

  it.each<[string, string, string, () => Promise<Buffer>]>([
    ['a document of zeros', 'a.docx', officeType.docx, () => office('docx', { 'word/a.xml': zeros(150_000_000) })],
    ['one of more parts than a document has', 'a.docx', officeType.docx, () => office('docx', manyEntries())],
    ['an archive that says less than it unpacks to', 'a.xlsx', officeType.xlsx, () => understated()],
    ['a picture of 50,000 by 50,000 pixels', 'a.png', 'image/png', () => blackSquare(50_000)],
  ])('%s (F3)', async (_what, name, type, body) => {
    const bytes = await body();
    const before = process.memoryUsage().rss;

    const { status } = await sendFile(anjali, draft, { name, type, body: bytes });

    expect(bytes.length).toBeLessThan(2_000_000);
    expect(status).toBe(422);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
    expect(await filesIn(path.join(folder, 'incoming'))).toEqual([]);
  });

  it('a body that says that it is larger than 25 MB (F3)', async () => {
    const answer = await sendFile(anjali, draft, {
      ...{ name: 'a.txt', type: 'text/plain' },
      body: Buffer.alloc(25 * 1024 * 1024 + 1, 'a'),
    }).catch(() => null);

    expect([413, undefined]).toContain(answer?.status);
    expect(await filesIn(path.join(folder, 'incoming'))).toEqual([]);
  });

  it('a body without end (F3)', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(Buffer.alloc(256 * 1024, 'a')),
    });

    const status = await sendFile(anjali, draft, { name: 'a.txt', type: 'text/plain', body: endless }).then(
      (answer) => answer.status,
      () => 'cut',
    );

    expect([413, 'cut']).toContain(status);
    expect(await filesIn(path.join(folder, 'incoming'))).toEqual([]);
  });
});

describe('a name means nothing to any system, and keeps its ending:', () => {
  it.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\fakepath\\plan.txt', 'plan.txt'],
    ['a\u0000.txt', 'a.txt'],
    ['CON.txt', '_CON.txt'],
    ['.txt', 'file.txt'],
    ['"; filename=x.html;.txt', '-- filename=x.html-.txt'],
    ['line\r\nSet-Cookie: a=b.txt', 'lineSet-Cookie- a=b.txt'],
    ['plan\u202Etxt.exe.txt', 'plantxt.exe.txt'],
    [`${'x'.repeat(300)}.txt`, `${'x'.repeat(146)}.txt`],
    ['Résumé – 計画.txt', 'Résumé – 計画.txt'],
  ])('%j (F4)', async (sent, kept) => {
    const id = await attachFile(anjali, draft, { name: sent, type: 'text/plain', body: 'words' });
    const file = (await draftFiles(anjali, draft))?.find((one) => one.id === id);

    expect(file?.name).toBe(kept);
    expect(file?.address).toMatch(/^\/files\/[0-9a-f-]{36}\/[A-Za-z0-9._~%-]+$/);
    const answer = await fetch(hub.address + file!.address, { headers: { cookie: anjali.cookie! } });
    const header = answer.headers.get('content-disposition')!;
    expect(header).toMatch(/^attachment; filename(="[^"]*"|\*=UTF-8''[\w.%!#$&+^`|~-]+|=[\w.-]+)$/);
    expect(await answer.text()).toBe('words');
    await hub.sql('DELETE FROM files.attachment WHERE id = $1', [id.slice('attachment:'.length)]);
  });

  it('and nothing in the storage is called by it (F4)', async () => {
    const names = (await filesIn(folder)).map((file) => path.basename(file));

    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name))).toEqual([]);
  });
});

/** The sizes in the directory of an archive made smaller than they are. */
async function understated(): Promise<Buffer> {
  const bytes = await office('xlsx', { 'xl/a.xml': Buffer.alloc(50_000_000) });
  for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 4)) {
    if (bytes.readUInt32LE(at + 24) > 1_000_000) bytes.writeUInt32LE(1000, at + 24);
  }
  return bytes;
}
