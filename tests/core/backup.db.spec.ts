/** Backups: made while people write, and put back into an empty database and an empty folder, where everything is as it was at one moment. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from '@20minutes/s3rver';
import {
  Audit,
  backUp,
  openSnapshot,
  restore,
  type BackupKeys,
  type Manifest,
  type ServerPlugin,
} from '@hub/core/server';
import { keptFiles } from '@hub/plugins/files/server';
import {
  createEmptyDatabase,
  createTestHub,
  pluginsOfTheHub,
  TestClient,
  testFilesFolder,
  type TestDatabase,
  type TestHub,
} from '@hub/testing';
import pg from 'pg';

let hub: TestHub;
let plugins: readonly ServerPlugin[];
let folder: string;
let empty: TestDatabase;
let manifest: Manifest;
/** What the snapshot held, counted without the code that makes backups. */
let atThatMoment: Counted[];
let acknowledgedBefore: string[];

const settingsOfFiles = (where: string) => ({
  ...{ folder: where, s3: null, scanner: null, megabytesOfPerson: 1, megabytesOfSite: 1 },
});
const here = keptFiles(settingsOfFiles(testFilesFolder()));
const inFolder = (name: string) => path.join(folder, name);
const elsewhere = () => keptFiles(settingsOfFiles(inFolder('files')));
const noKeys: BackupKeys = { passphrase: null, recipients: [], identity: null };
const restoring = (replace = false) => ({ plugins, files: elsewhere(), keys: noKeys, replace });
const backup = () => inFolder('hub.zip');

beforeAll(async () => {
  [hub, plugins, folder, empty] = await Promise.all([
    createTestHub(),
    pluginsOfTheHub(),
    mkdtemp(path.join(tmpdir(), 'hub-backup-')),
    createEmptyDatabase(),
  ]);
  await backUpWhilePeopleWrite();
}, 120_000);
afterAll(async () => {
  await hub?.close();
  await empty?.drop();
  await rm(folder, { recursive: true, force: true });
});

async function backUpWhilePeopleWrite(): Promise<void> {
  const acknowledged: string[] = [];
  let over = false;
  const clients = await Promise.all(['anjali-thornapple', 'leonie-fernmoss'].map((who) => hub.as(who)));
  const writing = clients.map(async (client, who) => {
    for (let n = 0; !over; n += 1) acknowledged.push(await startThread(client, `While it is copied ${who} ${n}`));
  });
  while (acknowledged.length < 10) await new Promise((resolve) => setTimeout(resolve, 10));

  acknowledgedBefore = [...acknowledged];
  const snapshot = await openSnapshot(hub.databaseUrl);
  atThatMoment = await countIn(snapshot.client);
  const written = acknowledged.length;
  manifest = await backUp(snapshot, hub.databaseUrl, backup(), {
    plugins,
    files: here,
    keys: noKeys,
    secretKey: 'a key',
  });
  await snapshot.close();
  over = true;
  await Promise.all(writing);
  expect(acknowledged.length).toBeGreaterThan(written);
}

async function startThread(client: TestClient, title: string): Promise<string> {
  await client.ok('mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }', {
    input: { title, body: 'Hello', modelTypes: ['MCP'] },
  });
  return title;
}

interface Counted {
  readonly name: string;
  readonly rows: number;
  readonly md5: string;
}

/** Every table but those that may be lost: how many rows, and an MD5 of all of them, in an order of their own. */
async function countIn(client: pg.Client): Promise<Counted[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class
     WHERE relkind = 'r' AND relpersistence = 'p' AND relnamespace::regnamespace::text !~ '^(pg_.*|information_schema|public)$' ORDER BY 1`,
  );
  const counted: Counted[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query(
      `SELECT '${name}' AS name, count(*)::int AS rows, md5(coalesce(string_agg(t::text, '~' ORDER BY t::text), '')) AS md5 FROM ${name} t`,
    );
    counted.push(rows[0] as Counted);
  }
  return counted;
}

async function countAt(url: string): Promise<Counted[]> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  return countIn(client).finally(() => client.end());
}

const sha256 = async (files: ReturnType<typeof keptFiles>, key: string) =>
  createHash('sha256')
    .update(await buffer(await files.read(key)))
    .digest('hex');

it('one that is damaged, or not whole, is refused, and nothing of it is there (R15)', async () => {
  const whole = await readFile(backup());
  for (const share of [0.3, 0.7]) {
    const damaged = Buffer.from(whole);
    const place = Math.floor(whole.length * share);
    damaged.fill(damaged[place]! ^ 0xff, place, place + 4);
    await writeFile(inFolder('damaged.zip'), damaged);

    await expect(restore(empty.url, inFolder('damaged.zip'), restoring())).rejects.toThrow(/is not as it was|whole/);
  }
  await writeFile(inFolder('half.zip'), whole.subarray(0, whole.length / 2));

  await expect(restore(empty.url, inFolder('half.zip'), restoring())).rejects.toThrow('no whole backup of a hub');
  await expect(restore(empty.url, inFolder('none.zip'), restoring())).rejects.toThrow('There is no file');
  expect(await countAt(empty.url)).toEqual([]);
}, 60_000);

it('one of a newer release, whose migrations are not known here, is refused (R15)', async () => {
  const older = plugins.filter(({ id }) => id !== 'moderation');

  await expect(restore(empty.url, backup(), { ...restoring(), plugins: older })).rejects.toThrow(/newer release/);
  expect(await countAt(empty.url)).toEqual([]);
});

it('is put back as it was at one moment, whole: every table, every file, and people sign in and go on (R15)', async () => {
  await restore(empty.url, backup(), restoring());

  expect(await countAt(empty.url)).toEqual(atThatMoment);
  expect(manifest.tables.map(({ name, rows }) => ({ name, rows }))).toEqual(
    atThatMoment.map(({ name, rows }) => ({ name, rows })),
  );
  expect(manifest.files.length).toBeGreaterThan(3);
  for (const { key, sha256: expected } of manifest.files) {
    expect([await sha256(here, key), await sha256(elsewhere(), key)]).toEqual([expected, expected]);
  }

  const restored = await createTestHub({ database: empty, env: { HUB_FILES_DIR: inFolder('files') } });
  try {
    const signedIn = await restored.anonymous.post('/auth/demo', { member: 'anjali-thornapple' });
    const anjali = new TestClient(restored.address, signedIn.headers.get('set-cookie')?.split(';')[0] ?? null);
    const { threads } = await anjali.ok('{ threads(first: 100) { edges { node { title } } } }');
    const titles = threads.edges.map(({ node }: { node: { title: string } }) => node.title);
    expect(titles).toEqual(expect.arrayContaining(acknowledgedBefore));
    await startThread(anjali, 'After it was put back');
    await restored.drain();
    expect(await restored.sql('SELECT 1 FROM core.delivery WHERE done_at IS NULL')).toEqual([]);
    expect((await restored.hub.app.get(Audit).check()).brokenAt).toBeNull();
    await expect(restored.sql('DELETE FROM core.audit_entry')).rejects.toMatchObject({ code: '42501' });
    await expect(restored.sql(`DELETE FROM core.entity WHERE kind = 'site'`)).rejects.toMatchObject({ code: '23503' });
  } finally {
    await restored.close();
  }
}, 60_000);

it('is put in the place of a hub only when asked to, when nobody uses it, and then whole or not at all (R15)', async () => {
  const before = await countAt(empty.url);

  await expect(restore(empty.url, backup(), restoring())).rejects.toThrow('There is a hub in this database already');
  const other = new pg.Client({ connectionString: empty.url });
  await other.connect();
  await expect(restore(empty.url, backup(), restoring(true))).rejects.toThrow('This database is in use');
  await other.end();
  const full = { ...elsewhere(), put: () => Promise.reject(new Error('The disk is full')) };
  await expect(restore(empty.url, backup(), { ...restoring(true), files: full })).rejects.toThrow('The disk is full');
  expect(await countAt(empty.url)).toEqual(before);
}, 60_000);

/** A pair of keys of somebody. */
async function newKeys(): Promise<{ recipient: string; identity: string }> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

it('that is encrypted is opened by whoever has the key and nobody else, and put in the place of a hub whose files are in a bucket (R15)', async () => {
  const [ours, others] = await Promise.all([newKeys(), newKeys()]);
  const sealed = inFolder('sealed.zip.age');
  const snapshot = await openSnapshot(hub.databaseUrl);
  const held = await countIn(snapshot.client);
  const keys = { ...noKeys, recipients: [others.recipient, ours.recipient] };
  const written = await backUp(snapshot, hub.databaseUrl, sealed, { plugins, files: here, keys, secretKey: null });
  await snapshot.close();
  const before = await countAt(empty.url);
  const bucket = await openBucket();
  const files = keptFiles(bucket.settings);
  const opening = (more: Partial<BackupKeys>) =>
    restore(empty.url, sealed, { ...restoring(true), files, keys: { ...noKeys, ...more } });

  expect((await readFile(sealed)).includes('backup.json')).toBe(false);
  await expect(opening({})).rejects.toThrow('The backup is encrypted: set HUB_BACKUP_IDENTITY');
  await expect(opening({ identity: (await newKeys()).identity })).rejects.toThrow('encrypted with another key');
  await expect(opening({ identity: 'AGE-SECRET-KEY-1' })).rejects.toThrow('HUB_BACKUP_IDENTITY is no private key');
  const whole = await readFile(sealed);
  await writeFile(inFolder('half.age'), whole.subarray(0, whole.length / 2));
  const half = { ...restoring(true), keys: { ...noKeys, identity: ours.identity } };
  await expect(restore(empty.url, inFolder('half.age'), half)).rejects.toThrow('damaged or not whole');
  expect(await countAt(empty.url)).toEqual(before);
  expect(await readdir(inFolder('files'))).not.toContainEqual(expect.stringMatching(/^[0-9a-f-]{36}$/));

  await opening({ identity: ours.identity });
  expect(await countAt(empty.url)).toEqual(held);
  const restored = await openSnapshot(empty.url);
  const again = { plugins, files, keys: noKeys, secretKey: null };
  const fromBucket = await backUp(restored, empty.url, inFolder('bucket.zip'), again);
  await restored.close();
  await bucket.close();
  expect(fromBucket.files).toEqual(written.files);
  expect(fromBucket.files.length).toBeGreaterThan(3);
  expect(fromBucket.tables).toEqual(written.tables);
}, 60_000);

/** Files in a bucket of a real S3-compatible server, which checks signatures. */
async function openBucket() {
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory: inFolder('s3') },
    configureBuckets: [{ name: 'hub-files', configs: [] }],
  });
  const { port } = await server.run();
  const s3 = {
    ...{ endpoint: new URL(`http://127.0.0.1:${port}`), bucket: 'hub-files', region: 'eu-west-2', pathStyle: true },
    ...{ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  };
  return { settings: { ...settingsOfFiles(inFolder('on-its-way')), s3 }, close: () => server.close() };
}

it('is not begun over another, and leaves nothing behind when a file cannot be read (R15)', async () => {
  const snapshot = await openSnapshot(hub.databaseUrl);
  const unreadable = { ...here, read: () => Promise.reject(new Error('The storage does not answer')) };
  const attempt = (file: string, files = here) =>
    backUp(snapshot, hub.databaseUrl, file, { plugins, files, keys: noKeys, secretKey: null });

  await expect(attempt(inFolder('second.zip'), unreadable)).rejects.toThrow('The storage does not answer');
  expect([existsSync(inFolder('second.zip')), existsSync(inFolder('second.zip.unfinished'))]).toEqual([false, false]);
  await expect(attempt(backup())).rejects.toThrow('There is a file');
  await snapshot.close();
});
