/**
 * Handovers: that the words of a letter begin to go to the mail server, written down before they do. It stays written where nobody heard what
 * the mail server made of them, so that a letter which may have arrived is sent once more, and not a third time.
 */
import { randomUUID } from 'node:crypto';
import { Transform } from 'node:stream';
import type { DataSource, EntityManager } from 'typeorm';

/** As often as it may not be known whether a letter arrived. */
export const mostUnknown = 2;

export const notKnown =
  'It may have arrived: twice nobody heard what the mail server made of it. Send it again if it did not';

/** How many handovers of a letter, `m`, nobody knows the end of. */
export const unknownHandovers = '(SELECT count(*)::int FROM core.mail_handover h WHERE h.mail_id = m.id)';

/** One try to send a letter. */
export class Handover {
  private readonly id = randomUUID();
  private hasBegun = false;

  constructor(
    private readonly source: DataSource,
    private readonly letter: string,
  ) {}

  /**
   * Lets the words of the letter through once it is written down that they go. That commits at once, beside the transaction that sends, which
   * whatever ends this process ends too; where it cannot be written down the stream fails, and with it the sending.
   */
  gate(): Transform {
    let noted: Promise<void> | undefined;
    return new Transform({
      transform: (words, _encoding, next) => {
        noted ??= this.note();
        noted.then(() => next(null, words), next);
      },
    });
  }

  /** Whether an error, of the sending, leaves open if the letter arrived: its words were on their way, and the mail server answered nothing. */
  isOpenAfter(error: unknown): boolean {
    return this.hasBegun && !(error instanceof Error && 'responseCode' in error);
  }

  /** Its end is known: it did not arrive. */
  async forget(tx: EntityManager): Promise<void> {
    await tx.query('DELETE FROM core.mail_handover WHERE id = $1', [this.id]);
  }

  private async note(): Promise<void> {
    await this.source.query('INSERT INTO core.mail_handover (id, mail_id) VALUES ($1, $2)', [this.id, this.letter]);
    this.hasBegun = true;
  }
}

/** Nothing about a letter is open any more: it was taken, or somebody wants it sent again whatever came of it. */
export async function forgetHandovers(tx: EntityManager, letter: string): Promise<void> {
  await tx.query('DELETE FROM core.mail_handover WHERE mail_id = $1', [letter]);
}
