/** Which mails were sent again, and which of these no fault explains. */
import type { TakenMail } from '../mail-process';
import type { Killed } from './fleet';

/** A fault that can come between the beginning of a mail and what a worker writes down of it, and when. */
export interface Cut {
  readonly from: number;
  readonly to: number;
}

/** A worker that heard the answer writes it down at once, or has given up by then: a statement may take five seconds. */
const longestWritingMs = 6500;
/** Whoever lost the database while a mail was on its way can write nothing down when it has arrived. */
const longestSendingMs = 2000;

/** Each mail but the last under its Message-ID: somebody sent that once more. */
export function sentAgain(taken: readonly TakenMail[]): TakenMail[] {
  const last = new Map(taken.map((mail) => [mail.messageId, mail]));
  return taken.filter((mail) => last.get(mail.messageId) !== mail);
}

/** Those that were sent again although nobody killed who had sent them, and no fault came, from its beginning until that could be written down. */
export function unexplained(again: readonly TakenMail[], killed: readonly Killed[], cuts: readonly Cut[]): TakenMail[] {
  const isSoonAfter = (at: number, mail: TakenMail) => at >= mail.at - 50 && at <= mail.at + longestWritingMs;
  return again.filter(
    (mail) =>
      !killed.some(({ name, at }) => name === mail.sender && isSoonAfter(at, mail)) &&
      !cuts.some(({ from, to }) => to >= mail.at - longestSendingMs && from <= mail.at + longestWritingMs),
  );
}
