/**
 * Handovers: that a whole letter goes to the mail server, written down before it does. Where the letter does not count as sent afterwards nobody
 * heard what the mail server made of it: it may have arrived, and is sent once more, and not a third time.
 */
import { Readable } from 'node:stream';
import type { DataSource, EntityManager } from 'typeorm';

/** As often as it may be open whether a letter arrived; the table takes no more. */
export const mostUnheard = 2;

export const maybeArrived =
  'It may have arrived: twice nobody heard what the mail server made of it. Send it again if it did not';

/** How many handovers there were of a letter, `m`, that was not sent: nobody knows their end. */
export const unheardHandovers = '(SELECT count(*)::int FROM core.mail_handover h WHERE h.mail_id = m.id)';

/** One try to send a letter, the next after those that nobody knows the end of. */
export class Handover {
  private readonly key: readonly [letter: string, number: number];
  private noting: Promise<void> = Promise.resolve();
  private isNoted = false;

  constructor(
    private readonly source: DataSource,
    letter: string,
    unheard: number,
  ) {
    this.key = [letter, unheard + 1];
  }

  /**
   * The words of the letter, which end when it is written down that they do: only their end makes a letter of them that a mail server may take. That
   * commits at once, on a connection beside that of the transaction which sends, and so outlives it. Where it cannot be written down, or somebody
   * else did since the letter was claimed, the stream fails, and nothing was sent.
   */
  gated(words: Readable): Readable {
    return Readable.from(this.untilNoted(words));
  }

  /** After an error of the sending: forgets it, unless the mail server had a whole letter and did not answer. */
  async fail(tx: EntityManager, error: unknown): Promise<void> {
    const isOpen = this.isNoted && !isRefusal(error);
    await this.noting.catch(() => undefined);
    if (this.isNoted && !isOpen)
      await tx.query('DELETE FROM core.mail_handover WHERE mail_id = $1 AND number = $2', [...this.key]);
  }

  private async *untilNoted(words: Readable): AsyncGenerator<unknown> {
    yield* words;
    this.noting = this.note();
    await this.noting;
  }

  private async note(): Promise<void> {
    await this.source.query('INSERT INTO core.mail_handover (mail_id, number) VALUES ($1, $2)', [...this.key]);
    this.isNoted = true;
  }
}

/** Somebody wants a letter sent again, whatever came of it. */
export async function forgetHandovers(tx: EntityManager, letter: string): Promise<void> {
  await tx.query('DELETE FROM core.mail_handover WHERE mail_id = $1', [letter]);
}

/** The code of the mail server's answer that an error of nodemailer tells of; null where it tells of none. */
export function answerIn(error: unknown): number | null {
  return error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : null;
}

function isRefusal(error: unknown): boolean {
  return (answerIn(error) ?? 0) >= 400;
}
