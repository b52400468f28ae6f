/** Who attaches files, how much of them, and that nothing else comes with them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hubSettings, type Settings } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub, attachFile, sendFile, type SentFile } from '@hub/testing';
import sharp from 'sharp';
import { change, draftFiles, draftOf, publish } from './testing/interventions';
import { pdf } from './testing/samples';
import { have } from './testing/sending';
import { Storage, StorageFailed } from './storage/storage';
import { AttachmentsService } from './attachments.service';
import { FilesHousekeeping } from './housekeeping';
import { freshPath } from './intake/receive';

let folder: string;
let hub: TestHub;
let anjali: TestClient;
let draft: string;

beforeAll(async () => {
  // Of its own: what is tidied away here is still there for the other hubs of a run, which know the same keys.
  folder = await mkdtemp(path.join(tmpdir(), 'hub-attaching-'));
  hub = await createTestHub({
    env: { HUB_FILES_DIR: folder, HUB_FILES_MB_OF_PERSON: '1', HUB_FILES_MB_OF_SITE: '2' },
  });
  anjali = await hub.as('anjali-thornapple');
  draft = await draftOf(anjali, 'Attaching');
});
afterAll(async () => {
  await hub?.close();
  await rm(folder, { recursive: true, force: true });
});

const document: SentFile = { name: 'a.pdf', type: 'application/pdf', body: pdf };
const kilobytes = (count: number): SentFile => ({
  name: 'a.txt',
  type: 'text/plain',
  body: Buffer.alloc(count * 1024, 'a'),
});
const inspected = { name: 'a.pdf', mediaType: 'application/pdf', size: pdf.length, finding: null };
const attachments = () => hub.hub.app.get(AttachmentsService);
const clear = () => hub.sql('DELETE FROM files.attachment WHERE NOT kept');

describe('files are attached', () => {
  it('only by those who write for the site', async () => {
    const published = await draftOf(anjali, 'Seen by all', 'PUBLIC');
    await publish(anjali, published);
    const callum = await hub.as('callum-pennyroyal');

    expect((await sendFile(hub.anonymous, draft, document)).status).toBe(401);
    expect((await sendFile(callum, published, document)).status).toBe(403);
    expect((await sendFile(callum, draft, document)).status).toBe(404);
  });

  it('to a draft that one may not see with the same answer as to one that is not there (Z2)', async () => {
    const callum = await hub.as('callum-pennyroyal');
    const answers = await Promise.all(
      [draft, 'intervention:northvale/nothing-here', 'site:network/northvale', 'words', ''].map((subject) =>
        sendFile(callum, subject, document),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  });

  it.each(['https://evil.example', 'null', ''])('never from a page of “%s” (S8)', async (origin) => {
    expect((await sendFile(anjali, draft, { ...document, headers: { origin } })).status).toBe(403);
  });

  it.each([
    ['a name that cannot be read', { 'content-disposition': 'attachment; filename*=UTF-8' }],
    ['a subject that cannot be read', { 'hub-subject': '%E0%A4%A' }],
  ])('not with %s', async (_what, headers) => {
    const { status } = await sendFile(anjali, draft, { ...document, headers });
    expect([400, 422]).toContain(status);
  });

  it('not with a description of a thousand letters', async () => {
    expect((await sendFile(anjali, draft, { ...document, alternative: 'x'.repeat(1000) })).status).toBe(400);
  });
});

it('of a photograph nothing is kept but the picture: no camera, no place (F6)', async () => {
  const body = await sharp({ create: { width: 60, height: 30, channels: 3, background: '#005eb8' } })
    .withExif({ IFD0: { Copyright: 'canary-of-the-camera' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const trailing = Buffer.concat([body, Buffer.from('<script>canary-of-the-tail</script>')]);

  const id = await attachFile(anjali, draft, {
    name: 'ward.jpg',
    type: 'image/jpeg',
    body: trailing,
    alternative: 'A ward',
  });
  const file = (await draftFiles(anjali, draft))!.find((one) => one.id === id)!;
  const kept = Buffer.from(await (await have(anjali, file.address)).arrayBuffer());
  const facts = await sharp(kept).metadata();

  expect(facts).toMatchObject({ format: 'jpeg', width: 30, height: 60 });
  expect(facts.exif).toBeUndefined();
  expect(kept.includes('canary-of')).toBe(false);
  expect(kept.length).toBe(file.size);
  expect(file.alternative).toBe('A ward');
});

describe('there is only so much room:', () => {
  beforeEach(clear);

  it('for one person (F6)', async () => {
    await attachFile(anjali, draft, kilobytes(600));
    const answer = await sendFile(anjali, draft, kilobytes(600));

    expect(await answer.json()).toMatchObject({
      errors: [
        { message: 'You have added 1 MB of files. Take some away first', extensions: { code: 'BAD_USER_INPUT' } },
      ],
    });
    const [first] = (await draftFiles(anjali, draft))!;
    expect(await change(anjali, 'remove', draft, first!.id)).toBeNull();
    expect((await sendFile(anjali, draft, kilobytes(600))).status).toBe(201);
    expect(await change(anjali, 'restore', draft, first!.id)).toBe('BAD_USER_INPUT');
  });

  it('for one site (F6)', async () => {
    for (const name of ['anjali-thornapple', 'leonie-fernmoss'])
      await attachFile(await hub.as(name), draft, kilobytes(900));
    await hub.sql(`UPDATE files.attachment SET added_by = 'member:network/ruth-cobblestane'`);

    expect(await (await sendFile(anjali, draft, kilobytes(900))).json()).toMatchObject({
      errors: [{ message: 'Your site has 2 MB of files. Take some away first' }],
    });
  });

  it('for one thing, also when two come at once (F6)', async () => {
    for (let at = 0; at < 48; at += 1) await attachFile(anjali, draft, document);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => sendFile(anjali, draft, document)));

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 400, 400, 400]);
    expect(await draftFiles(anjali, draft)).toHaveLength(50);
  });
});

describe('what fails leaves nothing', () => {
  const stored = () => hub.sql<{ key: string }>('SELECT key FROM files.stored');
  beforeEach(clear);

  it('when the disk is full: 503, and nothing half-stored', async () => {
    const before = await stored();
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const storage = hub.hub.app.get(Storage);
    storage.put = () => Promise.reject(full);

    const answer = await sendFile(anjali, draft, document).finally(() => Reflect.deleteProperty(storage, 'put'));

    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
    expect(await draftFiles(anjali, draft)).toEqual([]);
    expect((await stored()).length).toBeLessThanOrEqual(before.length + 1);
    expect((await sendFile(anjali, draft, document)).status).toBe(201);
  });

  it('when there is no room after all, the bytes are taken away at once', async () => {
    const before = await stored();
    await sendFile(anjali, draft, kilobytes(2000));

    expect(await stored()).toEqual(before);
  });

  it('when the process dies between storing and attaching, an hour later', async () => {
    const storage = hub.hub.app.get(Storage);
    const key = await attachments().store({ ...inspected, path: await temporary() });
    await hub.hub.app.get(FilesHousekeeping).tidy();
    expect(await (await storage.read(key)).toArray()).toHaveLength(1);

    await hub.sql(`UPDATE files.stored SET reserved_at = now() - interval '61 minutes' WHERE key = $1`, [key]);
    await hub.hub.app.get(FilesHousekeeping).tidy();

    await expect(storage.read(key)).rejects.toThrow(StorageFailed);
    expect((await stored()).some((one) => one.key === key)).toBe(false);
  });

  it('what was taken away goes for good after a day, and what a version keeps never does', async () => {
    const id = await draftOf(anjali, 'Kept and not kept', 'PUBLIC');
    await attachFile(anjali, id, document);
    await publish(anjali, id);
    await attachFile(anjali, id, { ...document, name: 'b.pdf' });
    for (const { id: file } of (await draftFiles(anjali, id))!) await change(anjali, 'remove', id, file);
    await hub.sql(`UPDATE files.attachment SET removed_at = now() - interval '25 hours' WHERE subject_ref = $1`, [id]);
    await hub.sql(`UPDATE files.stored SET reserved_at = now() - interval '25 hours'`);

    await hub.hub.app.get(FilesHousekeeping).tidy();

    const left = await hub.sql<{ name: string }>('SELECT name FROM files.attachment WHERE subject_ref = $1', [id]);
    expect(left.map(({ name }) => name)).toEqual(['a.pdf']);
  });
});

/** A file on its way in. */
async function temporary(): Promise<string> {
  const { folder } = hub.hub.app.get<Settings>(hubSettings).files;
  const file = await freshPath(folder);
  await writeFile(file, pdf);
  return file;
}
