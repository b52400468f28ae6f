/** Where no mail server is set: writes the letters that were promised, for the administrator of a demonstration to read. */
import type { EntityRef } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database';
import type { LateLetters } from './late-letters';
import { forgetLetter, recordFailure } from './mail-failure';

interface PromisedLetter {
  readonly id: string;
  readonly message_id: string;
  readonly member_ref: EntityRef;
  readonly writer: string;
}

export class MailKeeper {
  constructor(
    private readonly database: Database,
    private readonly late: LateLetters,
  ) {}

  /** Writes one promised letter. False when none was waiting. */
  async handleNext(): Promise<boolean> {
    return this.database.source.transaction((tx) => this.claimAndWrite(tx));
  }

  private async claimAndWrite(tx: EntityManager): Promise<boolean> {
    const [letter] = await tx.query<PromisedLetter[]>(
      `SELECT id, message_id, member_ref, writer FROM core.mail
       WHERE writer IS NOT NULL AND text = '' AND sent_at IS NULL AND failed_at IS NULL AND next_at <= now()::timestamptz(3)
       ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
    );
    if (!letter) return false;
    try {
      await this.keep(tx, letter);
    } catch (error) {
      await recordFailure(tx, { id: letter.id, problem: String(error), error, isFinal: false });
    }
    return true;
  }

  private async keep(tx: EntityManager, { id, message_id, member_ref, writer }: PromisedLetter): Promise<void> {
    const ready = await this.late.write(tx, writer, { id, messageId: message_id, member: member_ref });
    if (!ready) return forgetLetter(tx, id);
    const { recipient, subject, text, html, headers } = ready;
    await tx.query(
      'UPDATE core.mail SET recipient = $2, subject = $3, text = $4, html = $5, headers = $6 WHERE id = $1',
      [id, recipient, subject, text, html, JSON.stringify(headers)],
    );
  }
}
