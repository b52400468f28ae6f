/** Mails with news as they arrive at a real mail server: what they say and to whom, and what they no longer say when they are sent. */
import { careModelRef } from '@hub/core/contract';
import { Database, Directory } from '@hub/core/server';
import {
  createTestHub,
  openMailbox,
  type ArrivedMail,
  type Mailbox,
  type TestClient,
  type TestHub,
} from '@hub/testing';
import { memberRef } from '@hub/plugins/sites/contract';

let box: Mailbox;
let hub: TestHub;
let anjali: TestClient;
let siobhan: TestClient;

const me = memberRef('anjali-thornapple');
const mcp = careModelRef('MCP');

beforeAll(async () => {
  box = await openMailbox();
  hub = await createTestHub({
    env: {
      HUB_SMTP_URL: box.url,
      HUB_PUBLIC_URL: 'http://hub.example.nhs.uk',
      HUB_MAIL_FROM: 'Hub <hub@example.nhs.uk>',
    },
  });
  [anjali, siobhan] = await Promise.all([hub.as('anjali-thornapple'), hub.as('siobhan-wrenfield')]);
  await hub.sql(`INSERT INTO identity.address (member_ref, email, since) VALUES ($1, 'anjali@nhs.net', now())`, [me]);
});
beforeEach(async () => {
  await hub.sql(
    'TRUNCATE subscriptions.follow, subscriptions.mail_setting, subscriptions.mail_day, subscriptions.letter, subscriptions.notification',
  );
  await hub.sql('DELETE FROM core.mail');
  await hub.sql('DELETE FROM core.schedule');
  box.clear();
  box.beforeAnswer = null;
  await anjali.ok('mutation { setMailSettings(input: { mailed: AT_ONCE, mostADay: 50 }) { mailed } }');
});
afterAll(async () => {
  await hub?.close();
  await box?.close();
});

interface Begun {
  readonly thread: string;
  readonly post: string;
}

async function start(as: TestClient, title: string, body: string, more: object = {}): Promise<Begun> {
  const { startThread } = await as.ok(
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id } } } } } }',
    { input: { title, body, kind: 'QUESTION', modelTypes: ['MCP'], ...more } },
  );
  return { thread: startThread.thread.id, post: startThread.thread.posts.edges[0].node.id };
}

async function reply(as: TestClient, thread: string, body: string, more: object = {}): Promise<string> {
  const answer = await as.ok('mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }', {
    input: { thread, body, ...more },
  });
  return answer.reply.post.id;
}

const follow = (targetId: string, mailed: string | null = null) =>
  anjali.ok('mutation ($input: FollowInput!) { follow(input: $input) { level } }', {
    input: { targetId, level: 'WATCHING', mailed },
  });

/** Works the outbox dry, and sends every mail that is due. */
async function sendAll(): Promise<readonly ArrivedMail[]> {
  await hub.drain();
  while (await hub.hub.mailSender.handleNext());
  return box.arrived;
}

/** The mail of the morning after now. */
async function sendDigest(): Promise<readonly ArrivedMail[]> {
  await hub.drain();
  await hub.runSchedules(new Date());
  await hub.runSchedules(new Date(Date.now() + 30 * 3_600_000));
  return sendAll();
}

const name = async (ref: string) =>
  (await hub.sql<{ title: string }>('SELECT title FROM core.entity WHERE ref = $1', [ref]))[0]!.title;

describe('a mail at once', () => {
  it('says who did what, in which words, and because of which rule, as text and as HTML', async () => {
    const { thread } = await start(anjali, 'Who rings on Sundays?', 'We do not.');
    await reply(siobhan, thread, 'Our **pharmacist** does:\n\n- since May & later\n- see [ours](/sites/oakenshore)');
    const [mail] = (await sendAll()) as [ArrivedMail];
    const told = `${await name('member:network/siobhan-wrenfield')} replied to your question`;

    expect(box.arrived).toHaveLength(1);
    expect(mail.recipients).toEqual(['anjali@nhs.net']);
    expect(mail.letter).toMatchObject({
      subject: 'Who rings on Sundays?',
      from: { name: 'Hub', address: 'hub@example.nhs.uk' },
    });
    for (const words of [
      told,
      'Who rings on Sundays?',
      'Our pharmacist does:\n\n- since May & later\n- see ours <http://hub.example.nhs.uk/sites/oakenshore>',
    ])
      expect(mail.letter.text).toContain(words);
    expect(mail.letter.text).toContain(`You get this mail because it is addressed to you: ${told}.`);
    expect(mail.letter.text).toContain(`http://hub.example.nhs.uk/discussions/${thread.split('/')[1]}`);
    expect(mail.letter.html).toContain('Our <strong>pharmacist</strong> does:');
    expect(mail.letter.html).toContain('since May &#x26; later</li>');
    expect(mail.letter.html).toContain('href="http://hub.example.nhs.uk/sites/oakenshore"');
    expect(mail.header('auto-submitted')).toBe('auto-generated');
  });

  it('can be stopped by one press of a button: List-Unsubscribe as RFC 2369 and RFC 8058 want it', async () => {
    await follow(mcp);
    await start(siobhan, 'A thread', 'Hello');
    const [mail] = (await sendAll()) as [ArrivedMail];

    expect(mail.header('list-unsubscribe')).toMatch(/^<http:\/\/hub\.example\.nhs\.uk\/mail\/stop\?token=[\w-]{43,}>$/);
    expect(mail.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(mail.letter.text).toContain('You get this mail because you follow MCP.');
    expect(mail.letter.text).toMatch(/Stop mail about MCP:\nhttp:\/\/hub\.example\.nhs\.uk\/mail\/stop\?token=/);
    expect(mail.letter.text).toMatch(/Mute “A thread”: hear nothing more of it:\nhttp/);
  });

  it('is shown with the others about the same discussion, and with no other', async () => {
    await follow(mcp);
    const { thread } = await start(siobhan, 'One', 'First');
    await sendAll();
    for (const words of ['Second', 'Third']) {
      await reply(siobhan, thread, words);
      await sendAll();
    }
    await start(siobhan, 'Two', 'Another');
    const mails = await sendAll();
    const [first, second, third, other] = mails.map((mail) => ({
      id: mail.header('message-id'),
      to: mail.header('in-reply-to'),
      references: mail.header('references')?.split(' ') ?? [],
      subject: mail.letter.subject,
    })) as unknown as [Thread, Thread, Thread, Thread];
    const root = first.references[0];

    expect(root).toMatch(/^<about-[0-9a-f]{24}@hub\.example\.nhs\.uk>$/);
    expect(second).toMatchObject({ to: first.id, references: [root, first.id], subject: 'Re: One' });
    expect(third).toMatchObject({ to: second.id, references: [root, first.id, second.id], subject: 'Re: One' });
    expect(other.references).not.toContain(root);
    expect(new Set(mails.map((mail) => mail.header('message-id'))).size).toBe(4);
  });

  interface Thread {
    readonly id: string | null;
    readonly to: string | null;
    readonly references: readonly string[];
    readonly subject: string | undefined;
  }

  it('of an anonymous post names nobody', async () => {
    const { thread } = await start(anjali, 'Hard to ask', 'Who else?');
    await reply(siobhan, thread, 'We struggle too.', { anonymous: true });
    const [mail] = (await sendAll()) as [ArrivedMail];

    expect(mail.letter.text).toContain('Someone replied to your question');
    expect(mail.raw).not.toMatch(/siobhan|wrenfield/i);
  });

  it('is not sent to whoever asked or wrote without a name: that it went to them would tell who they are', async () => {
    const { thread } = await start(anjali, 'Whose is this?', 'Asked without a name', { anonymous: true });
    await reply(siobhan, thread, 'Ours too.');

    expect(await sendAll()).toEqual([]);
    const { notifications } = await anjali.ok(
      '{ notifications(first: 1) { edges { node { reason subject { id } } } } }',
    );
    expect(notifications.edges[0].node).toMatchObject({
      reason: expect.stringContaining('replied to your question'),
      subject: { id: thread },
    });
  });

  it('calls what a post names by its title, for those who may see it; of anything else it says nothing (Z7)', async () => {
    const put = (name: string, title: string, visibility: 'site' | 'network') =>
      hub.hub.app.get(Database).transaction((tx) =>
        hub.hub.app.get(Directory).put(tx, {
          ...{ ref: `intervention:marlowfield/${name}`, title, visibility, at: new Date() },
          owner: 'site:network/marlowfield',
        }),
      );
    await put('quillwort-secret', 'Quillwort secret', 'site');
    await put('bogbean-clinic', 'Bogbean clinic', 'network');
    await follow(mcp);
    await start(siobhan, 'Names', 'Like #quillwort-secret, or #bogbean-clinic of @siobhan-wrenfield');
    const [mail] = (await sendAll()) as [ArrivedMail];

    expect(mail.letter.text).toMatch(
      /Like , or Bogbean clinic <http\S+> of Siobhan Wrenfield <http\S+\/siobhan-wrenfield>/,
    );
    expect(mail.letter.html).toMatch(/<a href="http[^"]*"[^>]*>Bogbean clinic<\/a>/);
    expect(mail.raw).not.toMatch(/quillwort/i);
  });

  it('ends a long post after its beginning, and leads to the rest of it', async () => {
    await follow(mcp);
    const { thread } = await start(siobhan, 'Long', `${'We rang everybody. '.repeat(300)}The last word.`);
    const [mail] = (await sendAll()) as [ArrivedMail];

    expect(mail.letter.text).toContain(
      `…\n\nRead the rest:\nhttp://hub.example.nhs.uk/discussions/${thread.split('/')[1]}\n`,
    );
    expect(mail.letter.html).toMatch(/>Read the rest<\/a>/);
    expect(mail.raw).not.toContain('The last word');
  });

  it.each([
    ['of other letters', 'Éa Ünal – “who rings?” 日本'],
    ['with emoji', 'Ring 📞 👩🏽‍⚕️ on Sundays 🎉'],
    ['from right to left', 'من يتصل يوم الأحد؟ שלום'],
    ['as long as can be', 'ö'.repeat(190)],
    ['with one long word', 'x'.repeat(195)],
  ])('with a title %s arrives as it was written, in lines that every mail server takes', async (_how, title) => {
    await follow(mcp);
    await start(siobhan, title, `${title} ${'https://example.nhs.uk/'.padEnd(1200, 'x')}\n\n.\n\nFrom here`);
    const [mail] = (await sendAll()) as [ArrivedMail];
    const lines = mail.raw.split('\r\n');

    expect(mail.letter.subject).toBe(title);
    expect(mail.letter.text).toContain(title);
    expect(mail.letter.html).toContain(title);
    expect(mail.letter.text).toMatch(/\n\.\n\nFrom here\n/);
    expect(lines.filter((line) => line.length > 998)).toEqual([]);
    expect(mail.raw).toMatch(/^[\t\r\n\x20-\x7e]*$/);
    expect(mail.raw.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('a title with line breaks or markup makes no header and no element (T7)', async () => {
    await follow(mcp);
    const { thread } = await start(siobhan, 'Plain', '<img src=x onerror=alert(1)>');
    await hub.sql('UPDATE core.entity SET title = $2 WHERE ref = $1', [thread, 'x\r\nBcc: v@evil.example <b>']);
    const [mail] = (await sendAll()) as [ArrivedMail];

    expect(mail.recipients).toEqual(['anjali@nhs.net']);
    expect(mail.header('bcc')).toBeNull();
    expect(mail.letter.html).not.toMatch(/<img|<b>/);
  });
});

describe('the mail of the morning', () => {
  it('has what is addressed to its reader first, and says of each thing why', async () => {
    await anjali.ok('mutation { setMailSettings(input: { mailed: DAILY }) { mailed } }');
    await follow(mcp);
    await start(siobhan, 'Followed', 'News for all');
    const { thread } = await start(anjali, 'Asked', 'Who?');
    await reply(siobhan, thread, 'Me');
    const [mail] = (await sendDigest()) as [ArrivedMail];
    const text = mail.letter.text ?? '';

    expect(box.arrived).toHaveLength(1);
    expect(mail.letter.subject).toBe('2 new things in the vanguard hub');
    expect(['FOR YOU', 'Asked', 'FOLLOWING', 'Followed'].map((words) => text.indexOf(words))).toEqual(
      ['FOR YOU', 'Asked', 'FOLLOWING', 'Followed'].map((words) => text.indexOf(words)).sort((a, b) => a - b),
    );
    expect(text).toContain('You follow MCP');
    expect(mail.header('list-unsubscribe')).toMatch(/^<http:.*\/mail\/stop\?token=/);
  });

  it('of very many things shows some, and says that the rest is in the inbox', async () => {
    await anjali.ok('mutation { setMailSettings(input: { mailed: DAILY }) { mailed } }');
    await follow(mcp);
    const { thread } = await start(siobhan, 'Long', 'Talk');
    for (let n = 0; n < 33; n += 1) await reply(siobhan, thread, `Reply ${n}`);
    const [mail] = (await sendDigest()) as [ArrivedMail];

    expect(mail.letter.subject).toBe('34 new things in the vanguard hub');
    expect(mail.letter.text).toContain('The rest is in your inbox: 4 more:\nhttp://hub.example.nhs.uk/notifications');
  });
});

describe('what changed between the event and the sending', () => {
  const canary = 'zqmailedwords';
  const hide = (thread: string) => hub.sql(`UPDATE core.entity SET needs = '{nobody}' WHERE ref = $1`, [thread]);

  it.each<[string, (begun: Begun) => Promise<unknown>]>([
    ['the discussion was closed to them', ({ thread }) => hide(thread)],
    [
      'its author removed it',
      ({ post }) => siobhan.ok('mutation ($p: ID!) { removePost(input: { post: $p }) { post { id } } }', { p: post }),
    ],
    [
      'it waits for a moderator',
      ({ post }) => hub.sql('UPDATE threads.post SET hidden_at = now() WHERE id = $1', [post.split(':')[1]]),
    ],
    ['they were suspended', () => hub.sql('UPDATE core.account SET suspended_at = now() WHERE ref = $1', [me])],
    [
      'they unfollowed',
      () => anjali.ok('mutation { follow(input: { targetId: "care-model:network/mcp", level: NONE }) { level } }'),
    ],
    [
      'they read it in the hub',
      () => anjali.ok('mutation { markNotificationsRead(input: { all: true }) { unreadCount } }'),
    ],
  ])('%s: no mail tells of it, at once or in the morning (Z7)', async (_what, change) => {
    await follow(mcp);
    const begun = await start(siobhan, `${canary} title`, `${canary} body`);
    await hub.drain();
    await change(begun);
    await sendDigest();
    await hub.sql('UPDATE core.account SET suspended_at = NULL WHERE ref = $1', [me]);

    expect(box.arrived).toEqual([]);
    expect(await hub.sql('SELECT * FROM core.mail')).toEqual([]);
  });

  it('what can be seen again is in the mail of the next morning', async () => {
    await follow(mcp);
    const { post } = await start(siobhan, 'Back again', 'Hello');
    await hub.drain();
    const hidden = (at: string) =>
      hub.sql(`UPDATE threads.post SET hidden_at = ${at} WHERE id = $1`, [post.split(':')[1]]);
    await hidden('now()');
    expect(await sendAll()).toEqual([]);
    await hidden('NULL');

    expect((await sendDigest()).map(({ letter }) => letter.subject)).toEqual(['1 new thing in the vanguard hub']);
  });

  it('the rest of a mail is sent without it', async () => {
    await anjali.ok('mutation { setMailSettings(input: { mailed: DAILY }) { mailed } }');
    await follow(mcp);
    const hidden = await start(siobhan, `${canary} title`, `${canary} body`);
    await start(siobhan, 'Still open', 'For all');
    await hub.drain();
    await hub.runSchedules(new Date());
    await hub.runSchedules(new Date(Date.now() + 30 * 3_600_000));
    await hide(hidden.thread);
    const [mail] = (await sendAll()) as [ArrivedMail];

    expect(mail.letter.text).toContain('Still open');
    expect(mail.raw).not.toContain(canary);
  });

  it('an address that was changed meanwhile is the one that gets it', async () => {
    await follow(mcp);
    await start(siobhan, 'Moved', 'Hello');
    await hub.drain();
    await hub.sql(`UPDATE identity.address SET email = 'new@nhs.net' WHERE member_ref = $1`, [me]);
    const [mail] = (await sendAll()) as [ArrivedMail];
    await hub.sql(`UPDATE identity.address SET email = 'anjali@nhs.net' WHERE member_ref = $1`, [me]);

    expect(mail.recipients).toEqual(['new@nhs.net']);
  });
});

it('a worker that dies between the answer of the mail server and its own commit doubles a mail with the same Message-ID, and nothing in the inbox (R5)', async () => {
  await follow(mcp);
  await start(siobhan, 'Killed', 'Hello');
  await hub.drain();
  let kills = 0;
  box.beforeAnswer = async () => {
    if (kills++ > 0) return;
    await hub.sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND state = 'idle in transaction' AND pid <> pg_backend_pid()`,
    );
  };
  await expect(hub.hub.mailSender.handleNext()).rejects.toThrow();
  await sendAll();

  expect(box.arrived).toHaveLength(2);
  expect(new Set(box.arrived.map((mail) => mail.header('message-id'))).size).toBe(1);
  expect(await hub.sql('SELECT 1 FROM subscriptions.notification')).toHaveLength(1);
});
