/** Mail over real SMTP: that a letter arrives as it was written, once, to one person, and what becomes of it when it cannot. */
import { createServer, type AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { Database, Mail, type Addressed } from '@hub/core/server';
import { createTestHub, openMailbox, type ArrivedMail, type Mailbox, type TestHub } from '@hub/testing';

let box: Mailbox;
let hub: TestHub;
let reports: string[] = [];

beforeAll(async () => {
  box = await openMailbox();
  hub = await createTestHub({
    only: ['sites'],
    demonstration: false,
    env: { HUB_SMTP_URL: box.url, HUB_MAIL_FROM: 'The hub <hub@example.nhs.uk>' },
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((line) => reports.push(String(line)) > 0);
});
afterAll(async () => {
  await hub?.close();
  await box?.close();
});

/** Just now, in whole seconds, as letters tell the time. */
const writtenAt = new Date(Math.floor(Date.now() / 1000) * 1000);

beforeEach(async () => {
  reports = [];
  box.clear();
  Object.assign(box, { beforeWords: null, beforeAnswer: null });
  await hub.sql('DELETE FROM core.mail');
});

const write = (letter: Partial<Addressed> = {}) =>
  hub.hub.app.get(Database).transaction((tx) =>
    hub.hub.app.get(Mail).write(tx, {
      to: 'anna@nhs.net',
      subject: 'A letter',
      paragraphs: ['First & foremost.', 'Then <this>.'],
      action: { label: 'Open it', href: 'http://localhost/x?a=1&b=2' },
      footer: ['Why it came.'],
      at: writtenAt,
      ...letter,
    }),
  );
const send = () => hub.hub.mailSender.handleNext();
const stored = async () => (await hub.sql('SELECT * FROM core.mail ORDER BY created_at, id'))[0]!;
/** Sends what waits, be it for later. */
const sendNow = async ({ hub: { mailSender } } = hub) => {
  await hub.sql('UPDATE core.mail SET next_at = now()');
  return mailSender.handleNext();
};
const sendAgain = (id: string) =>
  hub.hub.app.get(Database).transaction((tx) => hub.hub.app.get(Mail).sendAgain(tx, id));

/** A second process that sends what the first does. */
async function withOther<T>(url: string, work: (other: TestHub) => Promise<T>): Promise<T> {
  const database = { url: hub.databaseUrl, drop: () => Promise.resolve() };
  const other = await createTestHub({ only: ['sites'], database, env: { HUB_SMTP_URL: url } });
  try {
    return await work(other);
  } finally {
    await other.close();
  }
}

it('a letter arrives as it was written, as text and as HTML', async () => {
  await write();
  expect([await send(), await send()]).toEqual([true, false]);
  const [{ recipients, letter }] = box.arrived as [ArrivedMail];

  expect(recipients).toEqual(['anna@nhs.net']);
  expect(letter.from).toMatchObject({ name: 'The hub', address: 'hub@example.nhs.uk' });
  expect(letter.subject).toBe('A letter');
  expect(letter.text).toContain('First & foremost.\n\nThen <this>.\n\nOpen it:\nhttp://localhost/x?a=1&b=2');
  expect(letter.html).toContain('<p>Then &lt;this&gt;.</p>');
  expect(letter.html).toContain('href="http://localhost/x?a=1&amp;b=2"');
  expect(new Date(letter.date!)).toEqual(writtenAt);
  expect(letter.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
  expect((await stored()).sent_at).not.toBeNull();
});

it.each(['x\r\nBcc: v@evil.example', 'x\nBcc: v@evil.example', 'x\u2028Bcc: v@evil.example', 'x\r\n\r\n<b>body</b>'])(
  'a name with a line break in the subject makes no header of its own: %j (T7)',
  async (name) => {
    await write({ subject: `${name} wrote to you` });
    await send();
    const [{ recipients, letter }] = box.arrived as [ArrivedMail];

    expect(recipients).toEqual(['anna@nhs.net']);
    expect(letter.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(letter.subject).toMatch(/^x .* wrote to you$/);
  },
);

it.each(['a@nhs.net\r\nBcc: v@evil.example', 'a@nhs.net, v@evil.example', 'a@nhs.net>\r\nRCPT TO:<v@evil.example'])(
  'an address that is more than one reaches nobody else: %j (T7)',
  async (to) => {
    await write({ to });
    await send();
    expect(box.arrived.flatMap(({ recipients }) => recipients).filter((one) => one === 'v@evil.example')).toEqual([]);
    expect(box.arrived.filter(({ recipients }) => recipients.length > 1)).toEqual([]);
  },
);

it('what a person wrote is text in the HTML part (T7)', async () => {
  await write({ paragraphs: ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>'] });
  await send();
  expect(box.arrived[0]!.letter.html).not.toMatch(/<img|<script/);
});

it('a server that cannot just now is asked again later, and the letter keeps its Message-ID (R6)', async () => {
  box.refusals.push({ code: 451, text: 'Greylisted, try again' });
  await write();
  await send();
  const waiting = await stored();
  expect(waiting).toMatchObject({ attempts: 1, sent_at: null, failed_at: null });
  expect((waiting.next_at as Date).getTime()).toBeGreaterThan(Date.now() + 3000);
  expect(await send()).toBe(false);

  await hub.sql("UPDATE core.mail SET next_at = now() - interval '1 second'");
  await send();
  expect(box.arrived.map(({ letter }) => letter.messageId)).toEqual([waiting.message_id]);
});

it('a server that refuses is believed: the letter is not tried again (R6)', async () => {
  box.refusals.push({ code: 550, text: 'No such mailbox' });
  await write();
  await send();
  await hub.sql("UPDATE core.mail SET next_at = now() - interval '1 second'");

  expect(await send()).toBe(false);
  expect(await stored()).toMatchObject({ sent_at: null, problem: expect.stringContaining('No such mailbox') });
  expect((await stored()).failed_at).not.toBeNull();
  expect(box.arrived).toEqual([]);
});

it('after two days a letter is given up (R6)', async () => {
  box.refusals.push({ code: 451, text: 'Busy' });
  await write({ at: new Date(Date.now() - 49 * 3_600_000) });
  await send();
  expect((await stored()).failed_at).not.toBeNull();
});

it('codes and links are forgotten as soon as they are sent', async () => {
  await write({ code: '1234 5678', secret: true });
  expect((await stored()).text).toContain('1234 5678');
  await send();
  expect(await stored()).toMatchObject({ text: '', html: '' });
  expect(box.arrived[0]!.letter.text).toContain('1234 5678');
});

it('of several instances, one takes a letter: thirty letters arrive once each (R6)', async () => {
  for (let n = 0; n < 30; n += 1) await write({ to: `n${n}@nhs.net` });
  await withOther(box.url, (other) =>
    Promise.all(
      [hub, hub, other].map(async ({ hub: { mailSender } }) => {
        while (await mailSender.handleNext());
      }),
    ),
  );
  expect(box.arrived).toHaveLength(30);
  expect(new Set(box.arrived.map(({ letter }) => letter.messageId)).size).toBe(30);
});

/** As when the database, or whoever sends, dies between the mail server's answer and what is written down of it. */
const databaseDies = () =>
  hub.sql(
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE state = 'idle in transaction' AND datname = current_database()`,
  );
const mailServerHangsUp = () => Promise.resolve(box.hangUp());
/** Without the database nobody can note what came of it, and that is an error; a mail server that hangs up is none. */
const failsAs = (happens: () => Promise<unknown>) =>
  happens === databaseDies ? expect(sendNow()).rejects.toThrow() : expect(sendNow()).resolves.toBe(true);
const handovers = () => hub.sql('SELECT 1 FROM core.mail_handover');

it.each([
  ['connection to the database dies while it is sent', databaseDies],
  ['mail server hangs up without an answer', mailServerHangsUp],
])('a letter whose %s is sent once more, with its Message-ID (R6)', async (_what, happens) => {
  box.beforeAnswer = happens;
  await write();
  await failsAs(happens);
  box.beforeAnswer = null;
  expect(await stored()).toMatchObject({ sent_at: null, failed_at: null });
  expect(await handovers()).toHaveLength(1);
  await sendNow();

  expect(box.arrived.map(({ letter }) => letter.messageId)).toEqual(Array(2).fill((await stored()).message_id));
  expect((await stored()).sent_at).not.toBeNull();
});

it('a letter that may have arrived twice is not sent a third time, but by somebody who wants that (R6)', async () => {
  await write();
  for (const happens of [databaseDies, mailServerHangsUp]) {
    box.beforeAnswer = happens;
    await failsAs(happens);
  }
  box.beforeAnswer = null;
  await sendNow();
  expect(await sendNow()).toBe(false);

  expect(box.arrived).toHaveLength(2);
  expect(await stored()).toMatchObject({
    ...{ sent_at: null, attempts: 2, problem: expect.stringMatching(/^It may have arrived/) },
  });
  expect((await stored()).failed_at).not.toBeNull();
  await sendAgain(String((await stored()).id));
  await sendNow();
  expect(box.arrived).toHaveLength(3);
  expect((await stored()).sent_at).not.toBeNull();
});

it('what a mail server refuses has not arrived, and what may have arrived before still may (R6)', async () => {
  await write();
  box.beforeAnswer = mailServerHangsUp;
  await sendNow();
  box.beforeAnswer = null;
  for (let times = 0; times < 3; times += 1) {
    box.refusals.push({ code: 451, text: 'Busy' });
    await sendNow();
    expect(await handovers()).toHaveLength(1);
  }
  await sendNow();

  expect(box.arrived).toHaveLength(2);
  expect((await stored()).sent_at).not.toBeNull();
});

/** Answers as a mail server does, and hangs up when it hears one command, or before it hears any. */
async function withRude<T>(command: string, work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer((socket) => {
    if (command === '') return socket.destroy();
    socket.on('error', () => undefined);
    socket.on('data', (line) => (String(line).startsWith(command) ? socket.destroy() : socket.write('250 Well\r\n')));
    return socket.write('220 Well\r\n');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    return await work(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
}

it.each(['', 'EHLO', 'MAIL', 'RCPT', 'DATA'])(
  'a mail server that hangs up before it has a letter is asked again as often as there is time: %j (R6)',
  async (command) => {
    await write();
    await withRude(command, (url) =>
      withOther(url, async (other) => {
        for (let times = 1; times <= 4; times += 1) {
          await sendNow(other);
          expect(await stored()).toMatchObject({ sent_at: null, failed_at: null, attempts: times });
        }
      }),
    );
    expect(await handovers()).toEqual([]);
  },
);

it('a letter does not leave where it cannot be written down that it does (R6)', async () => {
  await hub.sql('ALTER TABLE core.mail_handover ADD CONSTRAINT none CHECK (false) NOT VALID');
  await write();
  await sendNow();
  await hub.sql('ALTER TABLE core.mail_handover DROP CONSTRAINT none');
  expect(box.arrived).toEqual([]);
  expect(await stored()).toMatchObject({ sent_at: null, failed_at: null, attempts: 1 });
  await sendNow();

  expect(box.arrived).toHaveLength(1);
});

it.each([
  [0, 1],
  [1, 2],
])(
  'a process that lost its letter to another before it was handed over sends nothing, where %i may have arrived (R6)',
  async (before, inAll) => {
    await write();
    if (before > 0) {
      box.beforeAnswer = mailServerHangsUp;
      await sendNow();
      box.beforeAnswer = null;
    }
    await withOther(box.url, async (other) => {
      box.beforeWords = async () => {
        box.beforeWords = null;
        await databaseDies();
        await other.hub.mailSender.handleNext();
      };
      await failsAs(databaseDies);
    });

    expect((await stored()).sent_at).not.toBeNull();
    expect(box.arrived).toHaveLength(inAll);
  },
);

it('what is reported of a failure is what the server meant, and names nobody', async () => {
  box.refusals.push({ code: 550, text: 'No such mailbox: anna@nhs.net' });
  await write();
  await send();
  expect(reports.at(-1)).toMatch(/"responseCode":550.*A letter was not sent/);
  expect(reports.join('')).not.toMatch(/anna/);
});

it('a letter of a transaction that is rolled back is never sent', async () => {
  const database = hub.hub.app.get(Database);
  const failing = database.transaction(async (tx) => {
    await hub.hub.app.get(Mail).write(tx, { to: 'a@nhs.net', subject: 'x', paragraphs: [], at: new Date() });
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  expect(await send()).toBe(false);
});

it('a letter for those who hold a key is not sent to whoever has lost it while it waited, and not sent again (Z7)', async () => {
  const member = 'member:network/lead';
  const key = 'leads:site:network/northvale';
  await hub.sql(
    `WITH entity AS (INSERT INTO core.entity (ref, kind, title, summary, visibility, needs, created_at, updated_at)
       VALUES ($1, 'member', 'Lead', '', 'network', '{}', now(), now()))
     INSERT INTO core.account (ref, keys) VALUES ($1, $2)`,
    [member, [key]],
  );
  await write({ to: 'lead@nhs.net', member, needs: [key], paragraphs: ['While they lead.'] });
  await send();
  await write({ to: 'lead@nhs.net', member, needs: [key], paragraphs: ['Afterwards.'] });
  await hub.sql(`UPDATE core.account SET keys = '{}' WHERE ref = $1`, [member]);
  await send();
  const [unsent] = await hub.sql<{ id: string; problem: string }>(
    'SELECT id, problem FROM core.mail WHERE failed_at IS NOT NULL',
  );
  await sendAgain(unsent?.id ?? '');
  await send();

  expect(box.arrived.map(({ letter }) => letter.text)).toEqual([expect.stringContaining('While they lead.')]);
  expect(unsent?.problem).toMatch(/^Not sent: whom it is to may no longer see/);
  expect(await hub.sql('SELECT 1 FROM core.mail WHERE sent_at IS NULL AND failed_at IS NULL')).toEqual([]);
});
