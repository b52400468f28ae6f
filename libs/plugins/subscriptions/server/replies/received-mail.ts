/** What a raw message says: who sent it, to which addresses, and what they wrote. */
import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import PostalMime, { addressParser, type Email } from 'postal-mime';
import { plainEmail } from '@hub/plugins/identity/contract';

export interface ReceivedMail {
  /** Null when it is not one address, or none that the hub would keep. */
  readonly from: string | null;
  readonly to: readonly string[];
  /** With its angle brackets; null where there is none that could be repeated in a header. */
  readonly messageId: string | null;
  /** The same for the same message, however often it is brought. */
  readonly key: Buffer;
  /** An out-of-office note, a bounce, an invitation or a mail of a list: nobody wrote it to be posted, and nobody is to be answered. */
  readonly isAutomatic: boolean;
  /** All of it, as plain text. */
  readonly text: string;
}

const addressedBy = ['delivered-to', 'x-original-to', 'envelope-to'];
const writtenByPrograms = /bulk|junk|list|auto_reply/i;
/** Their presence says that no person wrote this to be posted. */
const marksOfPrograms = ['x-autoreply', 'x-autorespond', 'x-failed-recipients', 'list-id'];
const subjectOfPrograms = /^\s*(automatic reply|auto[- ]?reply|auto[- ]?response|out of (the )?office)\b/i;
const programs = /^(mailer-daemon|postmaster|no-?reply)@/;

/** What is larger is no answer of a person, and takes seconds to read. */
const largestHeaders = 128 * 1024;
const mostBoundaries = 1000;

/** Reads a message (RFC 5322). Rejects for what cannot be read at all. */
export async function receivedMail(raw: Buffer): Promise<ReceivedMail> {
  if (raw.toString('latin1').split('\n--').length > mostBoundaries) throw new Error('It has too many parts.');
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 20, maxHeadersSize: largestHeaders });
  const header = headersOf(mail);
  const from = senderOf(mail);
  const messageId = /^<[^<>\s]{1,250}>$/.exec(mail.messageId ?? '')?.[0] ?? null;
  return {
    from,
    to: [
      ...[...(mail.to ?? []), ...(mail.cc ?? [])].flatMap(({ address }) => address ?? []),
      ...addressedBy.flatMap((name) => header(name).match(/[^\s<>,]+@[^\s<>,]+/g) ?? []),
    ],
    messageId,
    key: createHash('sha256')
      .update(`${from ?? ''}\n`)
      .update(messageId ?? raw)
      .digest(),
    isAutomatic: isAutomatic(mail, from),
    text: textOf(mail),
  };
}

/** Whoever names several senders could be any of them: nobody then. */
function senderOf({ headers }: Email): string | null {
  const senders = headers.filter(({ key }) => key === 'from').flatMap(({ value }) => addressParser(value));
  const [only] = senders;
  return only?.address !== undefined && senders.length === 1 ? plainEmail(only.address) : null;
}

function headersOf(mail: Email): (name: string) => string {
  return (name) => mail.headers.find(({ key }) => key === name)?.value ?? '';
}

function isAutomatic(mail: Email, from: string | null): boolean {
  const header = headersOf(mail);
  return (
    !/^(no)?$/i.test(header('auto-submitted').split(';')[0]?.trim() ?? '') ||
    writtenByPrograms.test(header('precedence')) ||
    /^multipart\/report/i.test(header('content-type')) ||
    header('return-path').trim() === '<>' ||
    marksOfPrograms.some((name) => header(name) !== '') ||
    subjectOfPrograms.test(mail.subject ?? '') ||
    programs.test(from ?? '') ||
    mail.attachments.some(({ mimeType, method }) => mimeType === 'text/calendar' && method !== undefined)
  );
}

/** What is only HTML is read as text: without pictures, what it quotes, and addresses of links that say themselves. */
function textOf({ text, html }: Email): string {
  if (text?.trim()) return asOnWindows(text);
  const selectors = [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    ...['img', 'blockquote', 'style', 'hr', 'div.gmail_attr', 'div.moz-cite-prefix'].map((selector) => ({
      selector,
      format: 'skip',
    })),
  ];
  const limits = { maxInputLength: 200_000, maxDepth: 50 };
  return html ? asOnWindows(convert(html, { wordwrap: false, selectors, limits })) : '';
}

/** What windows-1252 has where latin-1 has signs that nobody writes; some releases of Node read the one as the other. */
const onWindows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function asOnWindows(text: string): string {
  return text.replaceAll(/[\u0080-\u009f]/g, (sign) => onWindows[sign.charCodeAt(0) - 0x80] ?? '');
}
