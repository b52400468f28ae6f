/** What raw messages say, in the many ways in which mail programs write them. */
import { receivedMail } from './received-mail';
import { replyIn } from './reply-text.rules';
import { rawMessage } from './testing/raw-message';

const to = 'reply+abc@hub.example.nhs.uk';
const read = (body: string, over: Record<string, string> = {}) => receivedMail(Buffer.from(rawMessage(to, body, over)));
const calendar = 'BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nSUMMARY:Talk\nEND:VEVENT\nEND:VCALENDAR';

it.each<[string, Record<string, string>, string, string]>([
  [
    'windows-1252, quoted-printable',
    { 'Content-Type': 'text/plain; charset=windows-1252', 'Content-Transfer-Encoding': 'quoted-printable' },
    'Caf=E9 =93at noon=94 =96 =80 5',
    'Café “at noon” – € 5',
  ],
  [
    'iso-8859-1, base64',
    { 'Content-Type': 'text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding': 'base64' },
    Buffer.from('Café', 'latin1').toString('base64'),
    'Café',
  ],
  [
    'lines that flow',
    { 'Content-Type': 'text/plain; charset=utf-8; format=flowed' },
    'At \nnoon, \nwe think',
    'At noon, we think',
  ],
  [
    'HTML of Outlook alone, with what it answers beneath a line',
    { 'Content-Type': 'text/html; charset=utf-8' },
    '<div>We do too.</div><div><br></div><hr tabindex="-1"><div id="divRplyFwdMsg"><b>From:</b> Vanguard hub &lt;reply@hub.example.nhs.uk&gt;<br><b>Sent:</b> 28 November 2026 19:18<br><b>To:</b> Anjali<br><b>Subject:</b> Re: Who rings</div><div>Our pharmacist does.</div>',
    'We do too.',
  ],
  [
    'HTML of Gmail alone',
    { 'Content-Type': 'text/html; charset=utf-8' },
    '<div>We do too.</div><div class="gmail_quote"><div class="gmail_attr">On Sat, 28 Nov 2026 at 19:18, Vanguard hub &lt;reply@hub.example.nhs.uk&gt; wrote:<br></div><blockquote>Our pharmacist does.</blockquote></div>',
    'We do too.',
  ],
  ['a picture in a signature', {}, 'We do too.\n\n[cid:image001.png@01DB4A]\n', 'We do too.'],
  [
    'a file beside it',
    { 'Content-Type': 'multipart/mixed; boundary=x' },
    '--x\nContent-Type: text/plain\n\nWe do too.\n--x\nContent-Type: text/calendar; name=rota.ics\nContent-Disposition: attachment\n\nBEGIN:VCALENDAR\n--x--\n',
    'We do too.',
  ],
])('%s is read', async (_how, headers, body, expected) => {
  const mail = await read(body, headers);

  expect(replyIn(mail.text)).toBe(expected);
  expect(mail).toMatchObject({ from: 'anjali@nhs.net', to: [to], isAutomatic: false });
});

it.each([
  ['two senders in one line', 'anjali@nhs.net, mallory@evil.example'],
  ['two lines of senders', 'anjali@nhs.net\r\nFrom: mallory@evil.example'],
  ['a group of senders', 'All: anjali@nhs.net, mallory@evil.example;'],
  ['no sender', ''],
])('%s are nobody', async (_what, sender) => {
  expect((await read('Hello', { From: sender })).from).toBeNull();
});

it.each<[string, Record<string, string>, string]>([
  ['an out-of-office note that says so in its subject alone', { Subject: 'Automatic reply: Who rings?' }, 'I am away'],
  ['another one', { Subject: 'Out of the office Re: Who rings?' }, 'I am away'],
  ['one of a mail server', { 'X-Autoreply': 'yes' }, 'I am away'],
  ['a bounce', { 'X-Failed-Recipients': 'a@b.example' }, 'It could not be delivered'],
  ['a bounce by its sender', { From: 'Mail Delivery System <MAILER-DAEMON@nhs.net>' }, 'It could not be delivered'],
  ['a mail of a list', { 'List-Id': '<list.example.nhs.uk>' }, 'Dear all'],
  ['an invitation', { 'Content-Type': 'text/calendar; method=REQUEST' }, calendar],
  [
    'an invitation with words',
    { 'Content-Type': 'multipart/alternative; boundary=x' },
    `--x\nContent-Type: text/plain\n\nWhen: Monday\n--x\nContent-Type: text/calendar; method=REPLY\n\n${calendar}\n--x--\n`,
  ],
])('%s is no answer', async (_what, headers, body) => {
  expect((await read(body, headers)).isAutomatic).toBe(true);
});

it.each(['Re: Automatic reply: is it on?', 'Office hours', 'Re: Out of hours'])(
  'what a person calls “%s” is an answer',
  async (subject) => {
    expect((await read('Yes', { Subject: subject })).isAutomatic).toBe(false);
  },
);

it.each([
  ['very many parts', `--x\n\na\n`.repeat(30_000), { 'Content-Type': 'multipart/mixed; boundary=x' }],
  ['very many addresses', 'Hello', { Cc: 'a:'.repeat(200_000) }],
  [
    'parts in parts',
    Array.from({ length: 50 }, (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary=b${at + 1}\n\n`).join(''),
    { 'Content-Type': 'multipart/mixed; boundary=b0' },
  ],
])('%s are not read', async (_what, body, headers) => {
  await expect(read(body, headers)).rejects.toThrow();
});
