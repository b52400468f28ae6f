/** Photos of members: only pictures, made anew, seen by those who may see the member. */
import { Readable } from 'node:stream';
import { crc32, createDeflate } from 'node:zlib';
import sharp from 'sharp';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

let hub: TestHub;
let ruth: TestClient;
let jpeg: Buffer;

beforeAll(async () => {
  hub = await createTestHub();
  ruth = await hub.as('ruth-cobblestane');
  jpeg = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#005eb8' } })
    .withExif({ IFD0: { Copyright: 'canary-of-the-camera' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => hub?.close());

function send(client: TestClient, body: BodyInit, type = 'image/jpeg', headers: Record<string, string> = {}) {
  return fetch(`${hub.address}/members/photo`, {
    method: 'POST',
    headers: {
      'content-type': type,
      origin: hub.address,
      ...(client.cookie ? { cookie: client.cookie } : {}),
      ...headers,
    },
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  } as RequestInit);
}

const photoOf = async (client: TestClient) =>
  (await client.ok('{ node(id: "member:network/ruth-cobblestane") { ... on Member { photo } } }')).node?.photo as
    string | null;

const get = (client: TestClient, path: string, method = 'GET') =>
  fetch(hub.address + path, { method, headers: client.cookie ? { cookie: client.cookie } : {} });

const changes = async () =>
  (
    await hub.sql(
      `SELECT 1 FROM core.domain_event WHERE name = 'entity.changed' AND subject_ref = 'member:network/ruth-cobblestane'`,
    )
  ).length;
const stored = async () => (await hub.sql('SELECT 1 FROM sites.member_photo')).length;

describe('a photo that was sent', () => {
  let path: string;

  beforeAll(async () => {
    const { status } = await send(ruth, new Uint8Array(jpeg));
    expect(status).toBe(204);
    path = (await photoOf(ruth)) ?? '';
  });

  it('is shown small and square, with nothing of the file left: no camera, no place (F6)', async () => {
    const image = Buffer.from(await (await get(ruth, path)).arrayBuffer());

    const facts = await sharp(image).metadata();
    expect(facts).toMatchObject({ format: 'webp', width: 256, height: 256 });
    expect(facts.exif).toBeUndefined();
    expect(image.includes('canary-of-the-camera')).toBe(false);
    expect(jpeg.includes('canary-of-the-camera')).toBe(true);
  });

  it('comes with headers that let nothing run and nobody keep it (F2)', async () => {
    const { headers } = await get(ruth, path);

    expect(headers.get('content-type')).toBe('image/webp');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(headers.get('content-disposition')).toBe('attachment; filename="photo.webp"');
  });

  it('is there for other members, and does not exist signed out, whatever the way of asking (Z9)', async () => {
    const other = await hub.as('mei-lin-hazelgrove');

    expect((await get(other, path)).status).toBe(200);
    expect((await get(hub.anonymous, path)).status).toBe(404);
    expect((await get(hub.anonymous, path, 'HEAD')).status).toBe(404);
    expect((await get(hub.anonymous, path)).headers.get('cache-control')).toBe('private, no-store');
    expect(await (await get(hub.anonymous, path)).text()).toBe(
      await (await get(hub.anonymous, '/members/nobody-of-that-name/photo')).text(),
    );
  });

  it('is replaced by the next one, under a new address, and can be taken away; each time it is told that the member changed', async () => {
    const before = await changes();
    const red = await sharp({ create: { width: 20, height: 20, channels: 4, background: '#d5281b' } })
      .png()
      .toBuffer();

    await send(ruth, new Uint8Array(red), 'image/png');
    const next = await photoOf(ruth);
    expect(next).not.toBe(path);
    expect(await stored()).toBe(1);

    await ruth.ok('mutation { removePhoto(input: {}) { member { photo } } }');
    expect(await photoOf(ruth)).toBeNull();
    expect((await get(ruth, next ?? '')).status).toBe(404);
    expect(await changes()).toBe(before + 2);
  });
});

describe('what is no photo is refused, and nothing is stored:', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const png = () =>
    sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();

  it.each<[string, () => Promise<BodyInit>, string]>([
    ['a page dressed as a picture', async () => '<html><script>alert(1)</script></html>', 'image/png'],
    ['a PNG sent as a JPEG', async () => new Uint8Array(await png()), 'image/jpeg'],
    ['a program', async () => new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 'image/png'],
    ['the beginning of a picture', async () => new Uint8Array((await png()).subarray(0, 40)), 'image/png'],
    ['a drawing with scripts', async () => svg, 'image/webp'],
    ['a GIF', async () => 'GIF89a/*alert(1)*/', 'image/jpeg'],
    ['nothing', async () => '', 'image/png'],
  ])('%s (F1)', async (_what, body, type) => {
    const answer = await send(ruth, await body(), type);

    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(await stored()).toBe(0);
  });

  it.each(['image/svg+xml', 'image/gif', 'text/html', 'multipart/form-data; boundary=x'])(
    'anything sent as %s (F1)',
    async (type) => {
      const { status } = await send(ruth, svg, type);
      expect([415, 422]).toContain(status);
    },
  );

  it('a picture of 50,000 by 50,000 pixels, which is small to send (F3)', async () => {
    const bytes = await blackSquare(50_000);
    const before = process.memoryUsage().rss;

    const { status } = await send(ruth, new Uint8Array(bytes), 'image/png');

    expect(bytes.length).toBeLessThan(5 * 1024 * 1024);
    expect(status).toBe(422);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('a body without end, which is cut at 5 MB (F3)', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(256 * 1024)),
    });

    const status = await send(ruth, endless, 'image/png').then(
      (answer) => answer.status,
      () => 'cut',
    );

    expect([413, 'cut']).toContain(status);
    expect(await stored()).toBe(0);
  });
});

describe('nobody sends one for somebody else:', () => {
  it('signed out it is refused', async () => {
    expect((await send(hub.anonymous, new Uint8Array(jpeg))).status).toBe(401);
  });

  it.each(['https://evil.example', 'null'])('from a page of %s it is refused (S8)', async (origin) => {
    expect((await send(ruth, new Uint8Array(jpeg), 'image/jpeg', { origin })).status).toBe(403);
    expect(await stored()).toBe(0);
  });

  it.each(['..%2f..%2fetc%2fpasswd', '%00', 'CON', 'x'.repeat(300)])(
    'nothing is at /members/%s/photo (F4)',
    async (name) => {
      expect([404, 414]).toContain((await get(ruth, `/members/${name}/photo`)).status);
    },
  );

  it('after 30 in an hour it has to wait', async () => {
    const grace = await hub.as('grace-tidewell');
    const statuses: number[] = [];
    for (let at = 0; at < 31; at += 1) statuses.push((await send(grace, 'x', 'image/png')).status);

    expect(statuses.slice(0, 30).every((status) => status === 422)).toBe(true);
    expect(statuses[30]).toBe(429);
  });
});

/** A PNG of one colour, one bit a pixel: rows of zeros, packed as they are made. */
async function blackSquare(side: number): Promise<Buffer> {
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
