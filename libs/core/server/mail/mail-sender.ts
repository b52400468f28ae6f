/** Sends letters by SMTP, one at a time: claimed, sent and marked in one transaction, so that only a death in between repeats one. */
import { createTransport, type Transporter } from 'nodemailer';
import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database';
import type { MailRecord } from '../database/core-trust.records';
import type { Settings } from '../settings';

/** A letter that the server will not take just now is tried again for this long. */
const triedForMs = 48 * 60 * 60_000;
const slowestServerMs = 20_000;
/** A letter has several steps, each of which a server may take its time for; then the letter is free for another instance. */
const longestSendingMs = 5 * 60_000;

/** Whoever may have lost a right since the letter was written is not told any more what it says. */
const stillTheirs = `(needs = '{}' OR EXISTS (
  SELECT 1 FROM core.account a WHERE a.ref = member_ref AND a.suspended_at IS NULL AND a.keys @> needs))`;
const noLongerTheirs = 'Not sent: whom it is to may no longer see what it is about';

interface Failure {
  readonly id: string;
  readonly problem: string;
  readonly isFinal: boolean;
}

export class MailSender {
  private readonly transport: Transporter;

  constructor(
    private readonly database: Database,
    private readonly settings: Pick<Settings, 'mailFrom'>,
    smtpUrl: string,
    private readonly report: (problem: string) => void,
  ) {
    const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: slowestServerMs };
    this.transport = createTransport({ url: smtpUrl, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  }

  /** Sends one waiting letter. False when none was waiting. */
  async handleNext(): Promise<boolean> {
    const outcome = await this.database.source.transaction((tx) => this.claimAndSend(tx));
    if (typeof outcome === 'boolean') return outcome;
    this.report(`A letter was not sent: ${withoutAddresses(outcome.problem)}`);
    return true;
  }

  private async claimAndSend(tx: EntityManager): Promise<boolean | Failure> {
    const [letter] = await tx.query<ClaimedLetter[]>(
      `SELECT id, message_id, recipient, subject, text, html, headers, created_at, attempts, ${stillTheirs} AS "stillTheirs",
         set_config('idle_in_transaction_session_timeout', '${longestSendingMs}', true) FROM core.mail
       WHERE sent_at IS NULL AND failed_at IS NULL AND next_at <= now() ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
    );
    if (!letter) return false;
    const failure = letter.stillTheirs
      ? await this.send(letter).then(
          () => null,
          (error: unknown) => failureOf(letter, error),
        )
      : { id: letter.id, problem: noLongerTheirs, isFinal: true };
    if (failure) await recordFailure(tx, failure);
    else await recordSending(tx, letter.id);
    return failure ?? true;
  }

  private async send(letter: ClaimedLetter): Promise<void> {
    await this.transport.sendMail({
      from: this.settings.mailFrom,
      to: { name: '', address: letter.recipient },
      messageId: letter.message_id,
      date: letter.created_at,
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      headers: { 'Auto-Submitted': 'auto-generated', ...letter.headers },
    });
  }
}

/** Servers like to repeat whom they refuse; the log is no place for that. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/[^\s<>@]+@[^\s<>@]+/g, '(an address)');
}

type ClaimedLetter = Pick<MailRecord, 'id' | 'recipient' | 'subject' | 'text' | 'html' | 'headers' | 'attempts'> & {
  readonly message_id: string;
  readonly created_at: Date;
  readonly stillTheirs: boolean;
};

function failureOf({ id, created_at }: ClaimedLetter, error: unknown): Failure {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : null;
  const isRefused = code !== null && code >= 500;
  const isOld = Date.now() - created_at.getTime() > triedForMs;
  return {
    id,
    problem: error instanceof Error ? error.message : String(error),
    isFinal: isRefused || isOld,
  };
}

async function recordSending(tx: EntityManager, id: string): Promise<void> {
  await tx.query(
    `UPDATE core.mail SET sent_at = now(), problem = NULL,
       text = CASE WHEN secret THEN '' ELSE text END, html = CASE WHEN secret THEN '' ELSE html END
     WHERE id = $1`,
    [id],
  );
}

async function recordFailure(tx: EntityManager, { id, problem, isFinal }: Failure): Promise<void> {
  await tx.query(
    `UPDATE core.mail SET attempts = attempts + 1, problem = left($2, 500), failed_at = CASE WHEN $3::boolean THEN now() END,
       next_at = now() + least(interval '1 hour', interval '5 seconds' * power(3, attempts))
     WHERE id = $1`,
    [id, problem, isFinal],
  );
}
