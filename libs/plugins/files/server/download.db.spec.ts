/** Who has a file, and how it is handed over: by the same scope as what holds it, on every request. */
import { createTestHub, openBrowser, type TestClient, type TestHub, attachFile } from '@hub/testing';
import { change, draftFiles, draftOf, fileOf, publish, versionFiles } from './testing/interventions';
import { office, pdf, png } from './testing/samples';
import { have, officeType } from './testing/sending';
import { Storage } from './storage/storage';

let hub: TestHub;
let anjali: TestClient;
let outsider: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  anjali = await hub.as('anjali-thornapple');
  outsider = await hub.as('callum-pennyroyal');
});
afterAll(() => hub?.close());

const missing = '/files/00000000-0000-4000-8000-000000000000/plan.pdf';
const everyWay: [string, RequestInit][] = [
  ['whole', {}],
  ['its head', { method: 'HEAD' }],
  ['a part of it', { headers: { range: 'bytes=0-3' } }],
  ['a part that is not there', { headers: { range: 'bytes=999999-' } }],
];

/** Status, headers but for the time, and bytes. */
async function bytesOf(answer: Response): Promise<string> {
  const headers = [...answer.headers].filter(([name]) => name !== 'date' && name !== 'x-request-id');
  return JSON.stringify([answer.status, headers, await answer.text()]);
}

async function published(title: string, visibility: string) {
  const id = await draftOf(anjali, title, visibility);
  const file = await attachFile(anjali, id, { name: 'plan.pdf', type: 'application/pdf', body: pdf });
  const version = await publish(anjali, id);
  const { address } = (await versionFiles(anjali, version))![0]!;
  return { id, file, version, address };
}

it.each(everyWay.filter(([way]) => /whole|a part of/.test(way)))(
  'is asked for again later when its bytes cannot be read, asked for %s',
  async (_way, request) => {
    const { address, file } = await published('Lost bytes', 'PUBLIC');
    const [{ key } = { key: '' }] = await hub.sql<{ key: string }>(
      'SELECT storage_key AS key FROM files.attachment WHERE id = $1',
      [file.slice('attachment:'.length)],
    );
    await hub.hub.app.get(Storage).remove(key);

    const answer = await have(outsider, address, request);

    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(answer.headers.get('content-range')).toBeNull();
    expect(await answer.json()).toMatchObject({
      errors: [{ message: 'The hub cannot read files just now. Try again later' }],
    });
  },
);

describe('the file of a draft', () => {
  let id: string;
  let file: string;
  let address: string;
  beforeAll(async () => {
    id = await draftOf(anjali, 'Draft with a file');
    file = await attachFile(anjali, id, { name: 'plan.pdf', type: 'application/pdf', body: pdf });
    address = (await draftFiles(anjali, id))![0]!.address;
  });

  it('is had by those who read drafts of its site', async () => {
    const answer = await have(anjali, address);

    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);
  });

  it.each(everyWay)('does not exist for others, asked for %s (Z9)', async (_way, request) => {
    for (const client of [outsider, hub.anonymous]) {
      expect(await bytesOf(await have(client, address, request))).toBe(
        await bytesOf(await have(client, missing, request)),
      );
      expect((await have(client, address, request)).status).toBe(404);
    }
    expect(await fileOf(outsider, file)).toBeNull();
    expect(await draftFiles(outsider, id)).toBeNull();
  });
});

it('the file of a draft is opened with it by breaking its glass, and the file of another is not (Z5)', async () => {
  const administrator = await hub.as('marisol-greywether');
  const [opened, shut] = [await draftOf(anjali, 'Opened draft'), await draftOf(anjali, 'Shut draft')];
  const addresses: string[] = [];
  for (const id of [opened, shut]) {
    await attachFile(anjali, id, { name: 'plan.pdf', type: 'application/pdf', body: pdf });
    addresses.push((await draftFiles(anjali, id))![0]!.address);
  }
  const statuses = async () =>
    Promise.all(addresses.map(async (address) => (await have(administrator, address)).status));

  expect(await statuses()).toEqual([404, 404]);
  await administrator.ok('mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { entityId } }', {
    input: { entity: opened, reason: 'A patient asked what was planned' },
  });
  expect(await statuses()).toEqual([200, 404]);
});

describe('the file of what was published', () => {
  it('to everyone is had without an account', async () => {
    const { address, version } = await published('Public with a file', 'PUBLIC');

    expect((await have(hub.anonymous, address)).status).toBe(200);
    expect(await versionFiles(hub.anonymous, version)).toHaveLength(1);
  });

  it('to the network is had by members, and goes with the right to see what holds it (Z9)', async () => {
    const { address } = await published('For the network with a file', 'NETWORK');
    const guest = await hub.as('ruth-cobblestane');
    expect((await have(guest, address)).status).toBe(200);
    expect((await have(hub.anonymous, address)).status).toBe(404);

    await hub.sql(`UPDATE core.session SET ended_at = now() WHERE member_ref = 'member:network/ruth-cobblestane'`);

    expect((await have(guest, address)).status).toBe(404);
  });

  it('to one site is gone for a member who leaves it (Z9)', async () => {
    const { address } = await published('For the site with a file', 'SITE');
    const leonie = await hub.as('leonie-fernmoss');
    expect((await have(leonie, address)).status).toBe(200);

    await hub.sql(
      `UPDATE core.account SET keys = array_remove(keys, 'site:network/northvale') WHERE ref = 'member:network/leonie-fernmoss'`,
    );

    for (const [, request] of everyWay) expect((await have(leonie, address, request)).status).toBe(404);
  });
});

describe('it is handed over', () => {
  let address: string;
  beforeAll(async () => {
    ({ address } = await published('Handed over', 'PUBLIC'));
  });

  it('with headers that let nothing run and nobody keep it (F2, Z9)', async () => {
    const { headers } = await have(hub.anonymous, address);

    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe('attachment; filename=plan.pdf');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  });

  it('in parts, and by its head alone', async () => {
    const part = await have(hub.anonymous, address, { headers: { range: 'bytes=0-4' } });
    const end = await have(hub.anonymous, address, { headers: { range: 'bytes=-6' } });
    const outside = await have(hub.anonymous, address, { headers: { range: 'bytes=100000-' } });
    const head = await have(hub.anonymous, address, { method: 'HEAD' });

    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 0-4/${pdf.length}`,
      '%PDF-',
    ]);
    expect(await end.text()).toBe('%%EOF\n');
    expect([outside.status, outside.headers.get('content-range')]).toEqual([416, `bytes */${pdf.length}`]);
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, `${pdf.length}`, '']);
  });

  it('by no address that names no file', async () => {
    for (const path of ['/files/..%2f..%2fetc/passwd', '/files/%00/x', '/files/CON/x', '/files', '/files/x'])
      expect((await have(anjali, path)).status).toBe(404);
  });
});

it('opened in a browser, nothing of it runs (F2)', async () => {
  const id = await draftOf(anjali, 'Opened in a browser', 'PUBLIC');
  const body = `Words <script>document.title = 'ran'</script>`;
  await attachFile(anjali, id, { name: 'page.txt', type: 'text/plain', body });
  const version = await publish(anjali, id);
  const { address } = (await versionFiles(hub.anonymous, version))![0]!;
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const download = page.waitForEvent('download');
    await page.goto(hub.address + address).catch(() => undefined);

    expect((await download).suggestedFilename()).toBe('page.txt');
    expect(await page.title()).not.toBe('ran');
  } finally {
    await browser.close();
  }
});

describe('versions', () => {
  it('keep the files that they were published with, and the next one’s wait until it is published', async () => {
    const id = await draftOf(anjali, 'Two versions', 'PUBLIC');
    const first = await attachFile(anjali, id, { name: 'first.pdf', type: 'application/pdf', body: pdf });
    const one = await publish(anjali, id);
    const second = await attachFile(anjali, id, {
      name: 'second.docx',
      type: officeType.docx,
      body: await office('docx'),
    });
    expect(await change(anjali, 'remove', id, first)).toBeNull();

    expect((await versionFiles(outsider, one))?.map(({ name }) => name)).toEqual(['first.pdf']);
    expect(await fileOf(outsider, second)).toBeNull();
    expect((await draftFiles(anjali, id))?.map(({ name }) => name)).toEqual(['second.docx']);

    const two = await publish(anjali, id);

    expect((await versionFiles(outsider, two))?.map(({ name }) => name)).toEqual(['second.docx']);
    const [kept] = (await versionFiles(outsider, one))!;
    expect((await have(outsider, kept!.address)).status).toBe(200);
  });

  it('do not change when a picture is described anew', async () => {
    const id = await draftOf(anjali, 'Described anew', 'PUBLIC');
    const body = await png();
    const picture = await attachFile(anjali, id, {
      name: 'a.png',
      type: 'image/png',
      body,
      alternative: 'A blue square',
    });
    const version = await publish(anjali, id);

    const { describeAttachment } = await anjali.ok(
      'mutation ($input: DescribeAttachmentInput!) { describeAttachment(input: $input) { attachment { id alternative } } }',
      { input: { subject: id, attachment: picture, alternative: 'A ward seen from the door' } },
    );

    expect(describeAttachment.attachment.id).not.toBe(picture);
    expect((await versionFiles(outsider, version))![0]).toMatchObject({ alternative: 'A blue square' });
    expect((await draftFiles(anjali, id))!.map(({ alternative }) => alternative)).toEqual([
      'A ward seen from the door',
    ]);
    expect(await fileOf(outsider, describeAttachment.attachment.id)).toBeNull();
    await expect(hub.sql('DELETE FROM files.kept')).rejects.toThrow(/never change/);
  });

  it('a file that was taken away is put back within a day, and not by others', async () => {
    const id = await draftOf(anjali, 'Put back');
    const file = await attachFile(anjali, id, { name: 'a.pdf', type: 'application/pdf', body: pdf });
    const { address } = (await draftFiles(anjali, id))![0]!;

    expect(await change(outsider, 'remove', id, file)).toBe('NOT_FOUND');
    expect(await change(anjali, 'remove', id, file)).toBeNull();
    expect((await have(anjali, address)).status).toBe(404);
    expect(await fileOf(anjali, file)).toBeNull();
    expect(await change(anjali, 'remove', id, file)).toBe('NOT_FOUND');
    expect(await change(anjali, 'restore', id, file)).toBeNull();
    expect((await have(anjali, address)).status).toBe(200);
  });
});
