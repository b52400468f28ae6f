/** What becomes of a letter that cannot be sent. */
import type { EntityManager } from 'typeorm';
import { unheardHandovers } from './handovers';

export interface MailFailure {
  readonly id: string;
  readonly problem: string;
  /** What was thrown, where it was tried. */
  readonly error?: unknown;
  /** It is not tried again. */
  readonly isFinal: boolean;
}

export const noLongerTheirs = 'Not sent: whom it is to may no longer see what it is about';

/** Keeps what went wrong, how often it was tried, be it by whoever could not note that, and when to try again: later each time, an hour at most. */
export async function recordFailure(tx: EntityManager, { id, problem, error, isFinal }: MailFailure): Promise<void> {
  await tx.query(
    `UPDATE core.mail m SET attempts = greatest(attempts + $4, ${unheardHandovers}), problem = left($2, 500), failed_at = CASE WHEN $3::boolean THEN now() END,
       next_at = now() + least(interval '1 hour', interval '5 seconds' * power(3, attempts))
     WHERE id = $1`,
    [id, problem, isFinal, error === undefined ? 0 : 1],
  );
}

/** Takes out a letter of which nothing was left to say, or to be seen, when its time came. */
export async function forgetLetter(tx: EntityManager, id: string): Promise<void> {
  await tx.query('DELETE FROM core.mail WHERE id = $1', [id]);
}
