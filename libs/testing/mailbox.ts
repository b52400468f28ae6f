/** A real mail server for tests: takes what it is sent over SMTP and keeps it, or refuses it as a test wishes. */
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface ArrivedMail {
  readonly recipients: readonly string[];
  readonly raw: string;
  readonly letter: Email;
  /** A header as it was sent, its folded lines made one; null when it is not there. */
  header(name: string): string | null;
}

export interface Mailbox {
  /** For HUB_SMTP_URL. */
  readonly url: string;
  /** Oldest first. Empty it with `clear`. */
  readonly arrived: readonly ArrivedMail[];
  /** What the server answers to the next letters instead of taking them. */
  readonly refusals: { readonly code: number; readonly text: string }[];
  /** What happens when somebody is about to send a letter, of which nothing is known yet. Null: nothing. */
  beforeWords: (() => Promise<unknown>) | null;
  /** What happens when a letter was taken and the server has not answered yet. Null: nothing. */
  beforeAnswer: (() => Promise<unknown>) | null;
  /** Ends every connection where it is. */
  hangUp(): void;
  clear(): void;
  close(): Promise<void>;
}

/** Opens one on a free port. Close it in afterAll. */
export async function openMailbox(): Promise<Mailbox> {
  const arrived: ArrivedMail[] = [];
  const refusals: Mailbox['refusals'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: (_address, _session, done) => void Promise.resolve(box.beforeWords?.()).then(() => done(), done),
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const refusal = refusals.shift();
        if (refusal) return done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
        const recipients = envelope.rcptTo.map(({ address }) => address);
        void keep(Buffer.concat(parts).toString(), recipients).then(() => done());
      });
    },
  });
  const keep = async (raw: string, recipients: readonly string[]) => {
    arrived.push({ recipients, raw, letter: await PostalMime.parse(raw), header: (name) => headerIn(raw, name) });
    await box.beforeAnswer?.();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const box: Mailbox = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    arrived,
    refusals,
    beforeWords: null,
    beforeAnswer: null,
    hangUp: () => server.connections.forEach(({ _socket }) => _socket.destroy()),
    clear: () => void arrived.splice(0),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
  return box;
}

function headerIn(raw: string, name: string): string | null {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line?.slice(name.length + 1).trim() ?? null;
}
