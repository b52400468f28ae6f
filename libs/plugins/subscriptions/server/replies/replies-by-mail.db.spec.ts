/** Answers to mails, as a mail server brings them: posted once, in the name of whom the mail was to, or refused and answered. */
import {
  createTestHub,
  openMailbox,
  type ArrivedMail,
  type Mailbox,
  type TestClient,
  type TestHub,
} from '@hub/testing';
import { memberRef } from '@hub/plugins/sites/contract';
import { ReplyAddresses } from './reply-addresses';
import { bringMail, rawMessage as message } from './testing/raw-message';

let box: Mailbox;
let hub: TestHub;
let anjali: TestClient;
let siobhan: TestClient;

const me = memberRef('anjali-thornapple');
const secret = 'a secret of the mail server, long enough'.replaceAll(' ', '-');
const env = { HUB_MAIL_REPLY_TO: 'reply@hub.example.nhs.uk', HUB_MAIL_REPLY_SECRET: secret };
const dayMs = 24 * 60 * 60_000;

beforeAll(async () => {
  box = await openMailbox();
  hub = await createTestHub({
    env: { HUB_SMTP_URL: box.url, HUB_PUBLIC_URL: 'http://hub.example.nhs.uk', ...env },
  });
  [anjali, siobhan] = await Promise.all([hub.as('anjali-thornapple'), hub.as('siobhan-wrenfield')]);
  await hub.sql(`INSERT INTO identity.address (member_ref, email, since) VALUES ($1, 'anjali@nhs.net', now())`, [me]);
  await anjali.ok('mutation { setMailSettings(input: { mailed: AT_ONCE, mostADay: 50 }) { mailed } }');
});
afterAll(async () => {
  await hub?.close();
  await box?.close();
});
beforeEach(async () => {
  await hub.sql(
    'TRUNCATE subscriptions.letter, subscriptions.notification, subscriptions.mail_day, subscriptions.received_mail',
  );
  await hub.sql('DELETE FROM core.mail');
  await hub.sql('DELETE FROM core.attempt');
  box.clear();
});

interface Told {
  readonly thread: string;
  readonly post: string;
  readonly mail: ArrivedMail;
  readonly replyTo: string;
}

/** My question, answered by Siobhan, of which I got a mail. */
async function told(): Promise<Told> {
  const input = { title: 'Who rings on Sundays?', body: 'We do not.', kind: 'QUESTION', modelTypes: ['MCP'] };
  const { startThread } = await anjali.ok(
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }',
    { input },
  );
  const thread: string = startThread.thread.id;
  const { reply } = await siobhan.ok('mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }', {
    input: { thread, body: 'Our pharmacist does.' },
  });
  await send();
  const [mail] = box.arrived as [ArrivedMail];
  return { thread, post: reply.post.id, mail, replyTo: mail.header('reply-to') ?? '' };
}

async function send(): Promise<void> {
  await hub.drain();
  while (await hub.hub.mailSender.handleNext());
}

const bring = (raw: string, headers: Record<string, string> = {}) => bringMail(hub.address, secret, raw, headers);

const codeOf = async (answer: Response) =>
  ((await answer.json()) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code ?? null;

const posts = async (thread: string) =>
  (
    await siobhan.ok(
      'query ($id: ID!) { thread(id: $id) { posts(first: 50) { edges { node { id body anonymous author { id } inReplyTo { id } } } } } }',
      { id: thread },
    )
  ).thread.posts.edges.map(({ node }: { node: object }) => node);

const quoted =
  '\n\nOn Sat, 28 Nov 2026 at 19:18, Vanguard hub <reply@hub.example.nhs.uk> wrote:\n\n> Our pharmacist does.\n';

describe('an answer', () => {
  it('is posted under the name of whom the mail was to, beneath the post that it told of, without quotes and signature', async () => {
    const { thread, post, replyTo, mail } = await told();
    const answer = await bring(message(replyTo, `Does she ring herself? É\n\n-- \nAnjali Thornapple${quoted}`));

    expect(mail.letter.text).toContain('Answer this mail to reply in the hub, under your name.');
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { outcome: 'posted', post: expect.stringMatching(/^post:/) },
    ]);
    expect((await posts(thread)).at(-1)).toEqual({
      id: expect.any(String),
      body: 'Does she ring herself? É',
      anonymous: false,
      author: { id: me },
      inReplyTo: { id: post },
    });
  });

  it.each([
    [
      'quoted-printable',
      { 'Content-Transfer-Encoding': 'quoted-printable' },
      'Caf=C3=A9 at noon=\n, we think',
      'Café at noon, we think',
    ],
    [
      'base64',
      { 'Content-Transfer-Encoding': 'base64' },
      Buffer.from('Café at noon').toString('base64'),
      'Café at noon',
    ],
    [
      'HTML alone',
      { 'Content-Type': 'text/html; charset=utf-8' },
      '<div>Caf&eacute; <b>at noon</b><script>alert(1)</script></div><blockquote>Our pharmacist does.</blockquote>',
      'Café at noon',
    ],
    [
      'several parts',
      { 'Content-Type': 'multipart/alternative; boundary=x' },
      '--x\nContent-Type: text/plain\n\nAt noon\n--x\nContent-Type: text/html\n\n<p>At noon</p>\n--x--\n',
      'At noon',
    ],
  ])('as %s is read', async (_form, headers, body, expected) => {
    const { thread, replyTo } = await told();
    expect((await bring(message(replyTo, body, headers))).status).toBe(200);

    expect((await posts(thread)).at(-1)).toMatchObject({ body: expected });
  });

  it('in large letters of the address, or with the address where the mail server wrote it, arrives as well', async () => {
    const { thread, replyTo } = await told();
    await bring(message(replyTo.toUpperCase(), 'First'));
    await bring(message('anybody@example.org', 'Second', { 'Delivered-To': replyTo, 'Message-ID': '<two@nhs.net>' }));

    expect((await posts(thread)).map(({ body }: { body: string }) => body).slice(2)).toEqual(['First', 'Second']);
  });

  it('brought several times, also at the same moment, is posted once, and each is answered alike', async () => {
    const { thread, replyTo } = await told();
    const raw = message(replyTo, 'Once');
    const first = await Promise.all([bring(raw), bring(raw), bring(raw), bring(raw)]);
    const answers = await Promise.all([...first, await bring(raw)].map((answer) => answer.json()));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await posts(thread)).toHaveLength(3);
  });
});

describe('what is refused', () => {
  const expiredFor = async ({ thread }: Told) => {
    const [row] = await hub.sql<{ id: string }>(
      'SELECT id FROM subscriptions.notification WHERE subject_ref = $1 AND member_ref = $2',
      [thread, me],
    );
    return hub.hub.app.get(ReplyAddresses).addressOf(row!.id, new Date(Date.now() - 32 * dayMs)) ?? '';
  };
  const hide = ({ thread }: Told) => hub.sql(`UPDATE core.entity SET needs = '{nobody}' WHERE ref = $1`, [thread]);
  const show = ({ thread }: Told) => hub.sql(`UPDATE core.entity SET needs = '{network}' WHERE ref = $1`, [thread]);
  const to = ({ replyTo }: Told) => Promise.resolve(replyTo);
  const changed = ({ replyTo }: Told) =>
    Promise.resolve(replyTo.replace(/\+(.)/, (_all, sign) => `+${sign === 'a' ? 'b' : 'a'}`));

  it.each<[string, string, (told: Told) => Promise<string>, string, (told: Told) => Promise<unknown>]>([
    ['a forged address', 'UNKNOWN_ADDRESS', changed, 'Hello', to],
    ['an address without its signed part', 'UNKNOWN_ADDRESS', async () => 'reply@hub.example.nhs.uk', 'Hello', to],
    ['an expired address', 'EXPIRED', expiredFor, 'Hello', to],
    ['nothing but a quote', 'EMPTY', to, quoted, to],
    ['a detail of a patient', 'PATIENT_DETAILS', to, 'Ring 943 476 5919 about it', to],
    ['too long a text', 'TOO_LONG', to, 'word '.repeat(4200), to],
    ['a discussion that they may not see any more', 'NOT_TAKEN', to, 'Hello', hide],
    [
      'a discussion that is closed',
      'NOT_TAKEN',
      to,
      'Hello',
      ({ thread }) => hub.sql('UPDATE threads.thread SET locked = true WHERE ref = $1', [thread]),
    ],
  ])(
    '%s: nothing is posted, and its sender is told why by mail, once (Z7)',
    async (_what, code, address, body, change) => {
      const begun = await told();
      await change(begun);
      const raw = message(await address(begun), body);
      const codes = [await codeOf(await bring(raw)), await codeOf(await bring(raw))];
      box.clear();
      await send();
      await show(begun);

      expect(codes).toEqual([code, code]);
      expect(await posts(begun.thread)).toHaveLength(2);
      const [letter] = box.arrived as [ArrivedMail];
      expect(box.arrived).toHaveLength(1);
      expect(letter.recipients).toEqual(['anjali@nhs.net']);
      expect(letter.letter.subject).toBe('Your reply was not posted');
      expect([letter.header('auto-submitted'), letter.header('in-reply-to')]).toEqual([
        'auto-replied',
        '<one@nhs.net>',
      ]);
      expect(letter.raw).not.toMatch(/943 476|pharmacist|Who rings/);
    },
  );

  it('a good address from anybody else: nothing is posted, and whom the hub does not know gets no mail', async () => {
    const { thread, replyTo } = await told();
    box.clear();
    const answer = await bring(message(replyTo, 'Hello', { From: 'Mallory <mallory@evil.example>' }));
    await send();

    expect([answer.status, await codeOf(answer)]).toEqual([422, 'NOT_THEIRS']);
    expect(await posts(thread)).toHaveLength(2);
    expect(box.arrived).toEqual([]);
  });

  it.each([
    'Anjali+hub@nhs.net',
    'anjali@nhs.net.evil.example',
    'anjali@nhs.net, mallory@evil.example',
    'anjali＠nhs.net',
  ])('a good address from %s, which is not quite hers: nothing is posted', async (from) => {
    const { thread, replyTo } = await told();
    const answer = await bring(message(replyTo, 'Hello', { From: from }));

    expect([answer.status, await codeOf(answer)]).toEqual([422, 'NOT_THEIRS']);
    expect(await posts(thread)).toHaveLength(2);
  });

  it('somebody who is suspended posts nothing', async () => {
    const { thread, replyTo } = await told();
    await hub.sql('UPDATE core.account SET suspended_at = now() WHERE ref = $1', [me]);
    const answer = await bring(message(replyTo, 'Hello'));
    await hub.sql('UPDATE core.account SET suspended_at = NULL WHERE ref = $1', [me]);

    expect(answer.status).toBe(422);
    expect(await posts(thread)).toHaveLength(2);
  });

  it('whoever wrote there without a name is offered no answer by mail, and none is posted', async () => {
    const { thread } = await told();
    const write = (as: TestClient, body: string, anonymous = false) =>
      as.ok('mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }', {
        input: { thread, body, anonymous },
      });
    await write(anjali, 'I do not dare to ask this under my name.', true);
    box.clear();
    await write(siobhan, 'Nor do I.');
    await send();
    const [mail] = box.arrived as [ArrivedMail];
    const [row] = await hub.sql<{ id: string }>(
      'SELECT id FROM subscriptions.notification WHERE member_ref = $1 ORDER BY created_at DESC LIMIT 1',
      [me],
    );
    const address = hub.hub.app.get(ReplyAddresses).addressOf(row!.id, new Date()) ?? '';

    expect(mail.header('reply-to')).toBeNull();
    expect(mail.letter.text).not.toContain('Answer this mail');
    expect(await codeOf(await bring(message(address, 'Hello')))).toBe('NOT_TAKEN');
    expect(await posts(thread)).toHaveLength(4);
  });

  it.each<Record<string, string>>([
    { 'Auto-Submitted': 'auto-replied' },
    { Precedence: 'bulk' },
    { Subject: 'Automatic reply: Who rings on Sundays?' },
    { 'Return-Path': '<>' },
    { 'Content-Type': 'multipart/report; boundary=x; report-type=delivery-status' },
  ])('a mail that no person wrote is ignored, and not answered: %p', async (headers) => {
    const { thread, replyTo } = await told();
    box.clear();
    const answer = await bring(message(replyTo, 'I am away', headers));
    await send();

    expect([answer.status, await answer.json()]).toEqual([200, { outcome: 'ignored' }]);
    expect(await posts(thread)).toHaveLength(2);
    expect(box.arrived).toEqual([]);
  });
});

describe('who may bring mail', () => {
  it.each([
    ['without the secret', { authorization: '' }, 401],
    ['with another secret', { authorization: `Bearer ${secret}x` }, 401],
    ['with the secret of nothing', { authorization: 'Bearer ' }, 401],
    ['as JSON', { 'content-type': 'application/json' }, 415],
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ])('%s: refused before it is read', async (_how, headers, status) => {
    const { thread, replyTo } = await told();

    expect((await bring(message(replyTo, 'Hello'), headers)).status).toBe(status);
    expect(await posts(thread)).toHaveLength(2);
  });

  it('what is larger than a megabyte is refused', async () => {
    expect((await bring(message('reply@hub.example.nhs.uk', 'x'.repeat(1_100_000)))).status).toBe(413);
  });

  it('where replies are not set up there is nothing at the address', async () => {
    const database = { url: hub.databaseUrl, drop: () => Promise.resolve() };
    const other = await createTestHub({ database });
    const answer = await fetch(`${other.address}/mail/inbound`, {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822', authorization: 'Bearer undefined' },
      body: 'x',
    });
    await other.close();

    expect(answer.status).toBe(404);
  });
});
