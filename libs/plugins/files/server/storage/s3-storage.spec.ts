/** The same storage in a folder and in a bucket of a real S3-compatible server, which checks signatures. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import S3rver from '@20minutes/s3rver';
import type { S3Settings } from '@hub/core/server';
import { FolderStorage } from './folder-storage';
import { S3Storage } from './s3-storage';
import { StorageFailed, type Storage } from './storage';

let folder: string;
let server: S3rver;
let settings: S3Settings;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hub-storage-'));
  server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory: path.join(folder, 's3') },
    configureBuckets: [{ name: 'hub-files', configs: [] }],
  });
  const { port } = await server.run();
  settings = {
    ...{ endpoint: new URL(`http://127.0.0.1:${port}`), bucket: 'hub-files', region: 'eu-west-2', pathStyle: true },
    ...{ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  };
});
afterAll(() => server?.close());

const text = async (stream: Readable) => Buffer.concat((await stream.toArray()) as Buffer[]).toString();
const key = '3f2b8c1e-0000-4000-8000-000000000001';

async function temporary(content: string | Buffer) {
  const file = path.join(folder, `in-${Math.random()}`);
  await writeFile(file, content);
  return { path: file, size: Buffer.byteLength(content) };
}

describe.each<[string, () => Storage]>([
  ['a folder', () => new FolderStorage(path.join(folder, 'kept-here'))],
  ['an S3 bucket', () => new S3Storage(settings)],
])('%s', (_where, open) => {
  it('gives back what was put there, whole and in parts', async () => {
    const storage = open();
    await storage.put(key, await temporary('words that were kept'));

    expect(await text(await storage.read(key))).toBe('words that were kept');
    expect(await text(await storage.read(key, { from: 6, to: 9 }))).toBe('that');
  });

  it('takes a large file as it comes', async () => {
    const storage = open();
    const large = Buffer.alloc(20 * 1024 * 1024, 'b');
    await storage.put(key, await temporary(large));

    expect((await text(await storage.read(key))).length).toBe(large.length);
  });

  it('forgets what is removed, twice if need be', async () => {
    const storage = open();
    await storage.put(key, await temporary('words'));
    await storage.remove(key);
    await storage.remove(key);

    await expect(storage.read(key)).rejects.toThrow(StorageFailed);
  });
});

describe('an S3 bucket that does not take it', () => {
  it.each<[string, () => Partial<S3Settings>]>([
    ['because the key is wrong', () => ({ secretAccessKey: 'another' })],
    ['because there is none of that name', () => ({ bucket: 'nothing-here' })],
    ['because nobody is there', () => ({ endpoint: new URL('http://127.0.0.1:9') })],
  ])('says so, %s', async (_why, wrong) => {
    const storage = new S3Storage({ ...settings, ...wrong() });

    await expect(storage.put(key, await temporary('words'))).rejects.toThrow(StorageFailed);
    await expect(storage.read(key)).rejects.toThrow(StorageFailed);
  });
});
