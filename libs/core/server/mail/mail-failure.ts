/** What becomes of a letter that cannot be sent. */
import type { EntityManager } from 'typeorm';

export interface MailFailure {
  readonly id: string;
  readonly problem: string;
  /** What was thrown, where something was. */
  readonly error?: unknown;
  /** It is not tried again. */
  readonly isFinal: boolean;
}

export const noLongerTheirs = 'Not sent: whom it is to may no longer see what it is about';

/** Keeps what went wrong, and when to try again: later each time, an hour at most. */
export async function recordFailure(tx: EntityManager, { id, problem, isFinal }: MailFailure): Promise<void> {
  await tx.query(
    `UPDATE core.mail SET attempts = attempts + 1, problem = left($2, 500), failed_at = CASE WHEN $3::boolean THEN now() END,
       next_at = now() + least(interval '1 hour', interval '5 seconds' * power(3, attempts))
     WHERE id = $1`,
    [id, problem, isFinal],
  );
}

/** The code of the mail server's answer that an error of nodemailer tells of; null where it tells of none. */
export function answerIn(error: unknown): number | null {
  return error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : null;
}

/** Takes out a letter of which nothing was left to say, or to be seen, when its time came. */
export async function forgetLetter(tx: EntityManager, id: string): Promise<void> {
  await tx.query('DELETE FROM core.mail WHERE id = $1', [id]);
}
