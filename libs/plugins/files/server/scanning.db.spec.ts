/** Malware: what is known for it is held back always, and with a scanner everything is until it has been looked at. */
import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Database } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub, attachFile, type SentFile } from '@hub/testing';
import { FilesOfFamilies } from './files-of-families';
import { draftFiles, draftOf, publish, refusedPublication, versionFiles } from './testing/interventions';
import { eicar, office, pdf } from './testing/samples';
import { have, officeType } from './testing/sending';

const document: SentFile = { name: 'a.pdf', type: 'application/pdf', body: pdf };

/** A daemon that speaks INSTREAM: it finds the word "malware", and says anything that a test wants. */
interface Scanner {
  readonly address: string;
  readonly seen: Buffer[];
  answer: ((content: Buffer) => string | null) | null;
  close(): Promise<void>;
}

async function startScanner(): Promise<Scanner> {
  const seen: Buffer[] = [];
  const scanner = { seen, answer: null as Scanner['answer'] };
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let held = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      held = Buffer.concat([held, chunk]);
      const content = streamIn(held);
      if (!content) return;
      seen.push(content);
      const said = (scanner.answer ?? ordinary)(content);
      if (said === null) socket.destroy();
      else socket.end(said);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(scanner, {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  });
}

const ordinary = (content: Buffer) => (content.includes('malware') ? 'stream: Test.Malware-1 FOUND\0' : 'stream: OK\0');

/** The content once its end has come; throws for what is no INSTREAM. */
function streamIn(bytes: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (bytes.length < command.length) return null;
  expect(bytes.subarray(0, command.length).toString()).toBe(command);
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    if (at + 4 + length > bytes.length) return null;
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

describe('without a scanner', () => {
  let hub: TestHub;
  let anjali: TestClient;
  let draft: string;
  beforeAll(async () => {
    hub = await createTestHub();
    anjali = await hub.as('anjali-thornapple');
    draft = await draftOf(anjali, 'Without a scanner');
  });
  afterAll(() => hub?.close());

  it.each<[string, () => Promise<SentFile> | SentFile]>([
    ['plain', () => ({ name: 'a.txt', type: 'text/plain', body: eicar })],
    ['in the middle of a PDF', () => ({ ...document, body: Buffer.concat([pdf, Buffer.from(eicar), pdf]) })],
    [
      'packed into a document',
      async () => ({ name: 'a.docx', type: officeType.docx, body: await office('docx', { 'word/a.txt': eicar }) }),
    ],
  ])('the antivirus test file is held back, %s (F5)', async (_where, file) => {
    const id = await attachFile(anjali, draft, await file());
    const held = (await draftFiles(anjali, draft))!.find((one) => one.id === id)!;

    expect(held).toMatchObject({ status: 'QUARANTINED', finding: 'Eicar-Test-Signature' });
    expect((await have(anjali, held.address)).status).toBe(404);
  });

  it('nothing is published with it, and the audit log knows (F5)', async () => {
    expect(await refusedPublication(anjali, draft)).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await hub.sql(`SELECT 1 FROM core.audit_entry WHERE action = 'file.held-back'`)).toHaveLength(3);
  });
});

describe('with a scanner', () => {
  let scanner: Scanner;
  let hub: TestHub;
  let anjali: TestClient;
  let draft: string;
  beforeAll(async () => {
    scanner = await startScanner();
    hub = await createTestHub({ env: { HUB_CLAMAV: scanner.address } });
    anjali = await hub.as('anjali-thornapple');
  });
  beforeEach(async () => {
    scanner.answer = null;
    draft = await draftOf(anjali, 'With a scanner');
  });
  afterAll(async () => {
    await hub?.close();
    await scanner?.close();
  });

  const only = async () => (await draftFiles(anjali, draft))![0]!;
  const again = async () => {
    await hub.sql(`UPDATE core.delivery SET next_at = now() - interval '1 second' WHERE done_at IS NULL`);
    await hub.drain();
  };

  it('a file waits until it has been looked at, whole, and is had then (F5)', async () => {
    await attachFile(anjali, draft, document);
    expect(await only()).toMatchObject({ status: 'QUARANTINED', finding: null });
    expect((await have(anjali, (await only()).address)).status).toBe(404);
    expect(await refusedPublication(anjali, draft)).toMatchObject({ code: 'BAD_USER_INPUT' });

    await hub.drain();

    expect(scanner.seen.at(-1)?.equals(pdf)).toBe(true);
    expect((await only()).status).toBe('READY');
    expect((await have(anjali, (await only()).address)).status).toBe(200);
    await publish(anjali, draft);
  });

  it('what it finds stays in quarantine for good, by the name that the scanner gives (F5)', async () => {
    await attachFile(anjali, draft, { name: 'a.txt', type: 'text/plain', body: 'malware' });
    await hub.drain();

    expect(await only()).toMatchObject({ status: 'QUARANTINED', finding: 'Test.Malware-1' });
    expect((await have(anjali, (await only()).address)).status).toBe(404);
  });

  it('a file that comes with a family of another hub waits as well, and is had by every reader then (F5)', async () => {
    const version = await publish(anjali, draft);
    const zubin = await hub.as('zubin-cloverdale');
    const file = {
      ...{ id: `attachment:${randomUUID()}`, intervention: draft, versions: [version], isCurrent: true },
      ...{ name: 'a.pdf', mediaType: 'application/pdf', content: pdf, alternative: '' },
      ...{ addedAt: new Date(), addedBy: 'member:network/anjali-thornapple' },
    };
    await hub.hub.app
      .get(Database)
      .transaction((tx) => hub.hub.app.get(FilesOfFamilies).restore({ tx, at: new Date() }, file));
    const seen = async () => (await versionFiles(zubin, version))![0]!;

    expect(await seen()).toMatchObject({ id: file.id, status: 'QUARANTINED' });
    expect((await have(zubin, (await seen()).address)).status).toBe(404);
    await hub.drain();
    expect(await seen()).toMatchObject({ status: 'READY' });
    expect((await have(zubin, (await seen()).address)).status).toBe(200);
  });

  it.each<[string, (content: Buffer) => string | null]>([
    ['breaks off', () => null],
    ['says that something went wrong', () => 'INSTREAM size limit exceeded. ERROR\0'],
    ['says nothing', () => ''],
  ])('while it %s a file stays in quarantine, and is tried again (F5)', async (_what, answer) => {
    scanner.answer = answer;
    await attachFile(anjali, draft, document);
    await hub.drain();
    expect((await only()).status).toBe('QUARANTINED');
    expect((await have(anjali, (await only()).address)).status).toBe(404);

    scanner.answer = null;
    await again();

    expect((await only()).status).toBe('READY');
  });

  it('while it is down a file stays in quarantine, not open (F5)', async () => {
    await scanner.close();
    await attachFile(anjali, draft, document);
    await again();

    expect((await only()).status).toBe('QUARANTINED');
    expect((await have(anjali, (await only()).address)).status).toBe(404);
  });
});
