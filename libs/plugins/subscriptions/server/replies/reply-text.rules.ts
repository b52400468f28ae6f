/** What of a mail's text is the answer: without what it quotes and without a signature. Pure. */
import { withinTime } from '@hub/core/server';
import EmailReplyParser from 'email-reply-parser';

/** Much longer than any post. */
const longestRead = 100_000;
/** The library's patterns can be made to search for very long; a person's mail takes a few milliseconds. */
const longestSearchMs = 500;

/** What mail programs write where a picture stood. */
const pictures = /\[cid:[^\]\s]{1,200}\]/g;

/** Stands before the text while it is read: the library takes a mail that only quotes for one that is all answer. */
const before = 'Reply';

/** The answer alone. Null for a text that nobody could have written to be read. */
export function replyIn(text: string): string | null {
  const plain = text.slice(0, longestRead).replaceAll('\r\n', '\n').replaceAll(pictures, '');
  const found = withinTime(longestSearchMs, () => new EmailReplyParser().parseReply(`${before}\n\n${plain}`));
  return found === null ? null : withoutLastQuote(found.trimStart().slice(before.length)).normalize('NFC').trim();
}

/** What is quoted beneath the answer, without a line that says so; quotes between lines of the answer are part of it. */
function withoutLastQuote(text: string): string {
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => line.trim() !== '' && !line.startsWith('>'));
  return lines.slice(0, last + 1).join('\n');
}
