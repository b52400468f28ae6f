import { appendFile, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileTypeOf } from '@hub/plugins/files/contract';
import sharp from 'sharp';
import { requireBarePicture } from './bare-picture';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'pictures-'));
});
afterAll(() => rm(folder, { recursive: true }));

const red = () => sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } });

async function problemOf(mediaType: string, content: Buffer, more = ''): Promise<string | null> {
  const file = path.join(folder, 'picture');
  await writeFile(file, content);
  await appendFile(file, more);
  const type = fileTypeOf(mediaType);
  if (!type) throw new Error(`${mediaType} is no type of the hub's.`);
  return requireBarePicture(file, (await stat(file)).size, type).then(
    () => null,
    (error: Error) => error.message,
  );
}

describe.each([
  ['image/png', () => red().png()],
  ['image/jpeg', () => red().jpeg()],
  ['image/webp', () => red().webp()],
])('A picture that another hub made, of type %s,', (mediaType, made) => {
  it('is taken as it is', async () => {
    expect(await problemOf(mediaType, await made().toBuffer())).toBeNull();
  });

  it('is refused where it says where it was taken', async () => {
    const located = made().withExif({ IFD3: { GPSLatitude: '51/1 30/1 0/1' } });
    expect(await problemOf(mediaType, await located.toBuffer())).toMatch(/says more than it shows/);
  });

  it('is refused where something follows it, or half of it is missing', async () => {
    const whole = await made().toBuffer();

    expect(await problemOf(mediaType, whole, '<script>1</script>')).toMatch(/cannot be read|says more/);
    expect(await problemOf(mediaType, whole.subarray(0, whole.length / 2))).toMatch(/cannot be read|says more/);
  });
});
