/** Sends letters by SMTP, one at a time: claimed, sent and marked in one transaction, so that only what ends it in between repeats one, and once only. */
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database';
import type { MailRecord } from '../database/core-trust.records';
import { answerIn, Handover, maybeArrived, mostUnheard, unheardHandovers } from './handovers';
import type { LateLetters, ReadyLetter } from './late-letters';
import { forgetLetter, noLongerTheirs, recordFailure, type MailFailure } from './mail-failure';
import type { Report } from '../log';
import type { MailOutcome } from '../operating/metrics';
import type { Settings } from '../settings';

/** A letter that the server will not take just now is tried again for this long. */
const triedForMs = 48 * 60 * 60_000;
const slowestServerMs = 20_000;
/** A letter has several steps, each of which a server may take its time for; then the letter is free for another instance. */
const longestSendingMs = 5 * 60_000;

/** Whoever may have lost a right since the letter was written is not told any more what it says. */
const stillTheirs = `(needs = '{}' OR EXISTS (
  SELECT 1 FROM core.account a WHERE a.ref = member_ref AND a.suspended_at IS NULL AND a.keys @> needs))`;

export class MailSender {
  private readonly transport: Transporter;

  constructor(
    private readonly database: Database,
    private readonly late: LateLetters,
    private readonly settings: Pick<Settings, 'mailFrom'>,
    smtpUrl: string,
    private readonly report: Report,
    private readonly count: (outcome: MailOutcome) => void,
  ) {
    const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: slowestServerMs };
    this.transport = createTransport({ url: smtpUrl, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
    this.transport.use('stream', ({ data, message }, next) => {
      message.processFunc((words) => (data as Outgoing).handover.gated(words));
      next();
    });
  }

  /** Sends one waiting letter. False when none was waiting. */
  async handleNext(): Promise<boolean> {
    const outcome = await this.database.source.transaction((tx) => this.claimAndSend(tx));
    if (typeof outcome === 'boolean') return outcome;
    this.count(outcome.isFinal ? 'failed' : 'deferred');
    this.report('A letter was not sent', outcome.error, {
      letter: outcome.id,
      outcome: outcome.isFinal ? 'failed' : 'deferred',
    });
    return true;
  }

  private async claimAndSend(tx: EntityManager): Promise<boolean | MailFailure> {
    const [letter] = await tx.query<ClaimedLetter[]>(
      `SELECT id, message_id, member_ref, recipient, subject, text, html, headers, created_at, writer, ${stillTheirs} AS "stillTheirs",
         ${unheardHandovers} AS unheard, set_config('idle_in_transaction_session_timeout', '${longestSendingMs}', true) FROM core.mail m
       WHERE sent_at IS NULL AND failed_at IS NULL AND next_at <= now()::timestamptz(3) ORDER BY next_at LIMIT 1
       FOR NO KEY UPDATE SKIP LOCKED`,
    );
    if (!letter) return false;
    const failure =
      givenUp(letter) ??
      (await this.writeAndSend(tx, letter).then(
        () => null,
        (error: unknown) => failureOf(letter, error),
      ));
    if (failure) await recordFailure(tx, failure);
    return failure ?? true;
  }

  /** Rejects when it could not be written or was not taken. */
  private async writeAndSend(tx: EntityManager, letter: ClaimedLetter): Promise<void> {
    const ready = await this.wordsOf(tx, letter);
    if (!ready) return forgetLetter(tx, letter.id);
    const handover = new Handover(this.database.source, letter.id, letter.unheard);
    try {
      await this.send(letter, ready, handover);
    } catch (error) {
      await handover.fail(tx, error);
      throw error;
    }
    await recordSending(tx, letter.id);
    this.count('sent');
  }

  private async wordsOf(tx: EntityManager, letter: ClaimedLetter): Promise<ReadyLetter | null> {
    const { id, message_id, member_ref, writer } = letter;
    if (writer === null || member_ref === null) return letter;
    return this.late.write(tx, writer, { id, messageId: message_id, member: member_ref });
  }

  private async send(
    { message_id, created_at }: ClaimedLetter,
    letter: ReadyLetter,
    handover: Handover,
  ): Promise<void> {
    const outgoing: Outgoing = {
      handover,
      from: this.settings.mailFrom,
      to: { name: '', address: letter.recipient },
      messageId: message_id,
      date: created_at,
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      headers: { 'Auto-Submitted': 'auto-generated', ...letter.headers },
    };
    await this.transport.sendMail(outgoing);
  }
}

/** What nodemailer hands on to what it pipes the words through. */
interface Outgoing extends SendMailOptions {
  readonly handover: Handover;
}

type ClaimedLetter = Pick<MailRecord, 'id' | 'writer'> &
  ReadyLetter & {
    readonly message_id: string;
    readonly member_ref: MailRecord['memberRef'];
    readonly created_at: Date;
    readonly stillTheirs: boolean;
    /** How often nobody heard what the mail server made of it. */
    readonly unheard: number;
  };

/** Why a letter is not sent any more, before it is tried. */
function givenUp({ id, stillTheirs, unheard }: ClaimedLetter): MailFailure | null {
  if (!stillTheirs) return { id, problem: noLongerTheirs, isFinal: true };
  return unheard >= mostUnheard ? { id, problem: maybeArrived, isFinal: true } : null;
}

function failureOf({ id, created_at }: ClaimedLetter, error: unknown): MailFailure {
  const isRefused = (answerIn(error) ?? 0) >= 500;
  const isOld = Date.now() - created_at.getTime() > triedForMs;
  return {
    id,
    problem: error instanceof Error ? error.message : String(error),
    error,
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
