/** What a raw message says: who sent it, to which addresses, and what they wrote. */
import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import PostalMime, { type Email } from 'postal-mime';
import { plainEmail } from '@hub/plugins/identity/contract';

export interface ReceivedMail {
  /** Null when it is no address that the hub would keep. */
  readonly from: string | null;
  readonly to: readonly string[];
  /** With its angle brackets; null where there is none that could be repeated in a header. */
  readonly messageId: string | null;
  /** The same for the same message, however often it is brought. */
  readonly key: Buffer;
  /** An out-of-office note, a bounce or a mail of a list: nobody wrote it to be posted, and nobody is to be answered. */
  readonly isAutomatic: boolean;
  /** All of it, as plain text. */
  readonly text: string;
}

const addressedBy = ['delivered-to', 'x-original-to', 'envelope-to'];
const writtenByPrograms = /bulk|junk|list|auto_reply/i;

/** Reads a message (RFC 5322). Rejects for what cannot be read at all. */
export async function receivedMail(raw: Buffer): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 20 });
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? '';
  const from = plainEmail(mail.from?.address ?? '');
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
    isAutomatic:
      !/^(no)?$/i.test(header('auto-submitted').split(';')[0]?.trim() ?? '') ||
      writtenByPrograms.test(header('precedence')) ||
      /^multipart\/report/i.test(header('content-type')) ||
      header('return-path').trim() === '<>',
    text: textOf(mail),
  };
}

/** What is only HTML is read as text: without pictures, what it quotes, and addresses of links that say themselves. */
function textOf({ text, html }: Email): string {
  if (text?.trim()) return text;
  const selectors = [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    ...['img', 'blockquote', 'style'].map((selector) => ({ selector, format: 'skip' })),
  ];
  return html ? convert(html, { wordwrap: false, selectors, limits: { maxInputLength: 200_000, maxDepth: 50 } }) : '';
}
