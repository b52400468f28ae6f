/** Letters to people: written in the transaction of what they tell of, and sent from there by a loop of their own. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import { hubSettings } from '../hub-settings';
import { outboxChannel } from '../outbox/outbox';
import type { Settings } from '../settings';
import { letterHtml, letterText, type Letter } from './letter';

export interface Addressed extends Letter {
  /** One e-mail address. */
  readonly to: string;
  /** The member whose address it is, when there is one. */
  readonly member?: EntityRef | null;
  /** Holds a code or a signed link: its words are forgotten as soon as it is sent. */
  readonly secret?: boolean;
  /** Further headers, such as List-Unsubscribe. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly at: Date;
}

@Injectable()
export class Mail {
  constructor(@Inject(hubSettings) private readonly settings: Settings) {}

  /** True where no mail server is set: letters are then kept for the administrator to read, and not sent. */
  get isKept(): boolean {
    return this.settings.smtpUrl === null;
  }

  /** Writes a letter; it leaves when the transaction commits. Its Message-ID is fixed here, so that a repeat is known as one. */
  async write(tx: EntityManager, letter: Addressed): Promise<void> {
    const id = randomUUID();
    await tx.query(
      `INSERT INTO core.mail (id, message_id, member_ref, recipient, subject, text, html, headers, secret, created_at, next_at, needs)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now(), $11)`,
      [
        id,
        `<${id}@${this.settings.publicUrl?.hostname ?? 'localhost'}>`,
        letter.member ?? null,
        oneLine(letter.to),
        oneLine(letter.subject),
        letterText(letter),
        letterHtml(letter),
        JSON.stringify(letter.headers ?? {}),
        letter.secret ?? false,
        letter.at,
        letter.needs ?? [],
      ],
    );
    await tx.query(`SELECT pg_notify('${outboxChannel}', '')`);
  }

  /** Sends a letter again that the mail server refused for good. False when there is none by that id that failed. */
  async sendAgain(tx: EntityManager, id: string): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `UPDATE core.mail SET failed_at = NULL, problem = NULL, attempts = 0, next_at = now()
       WHERE id = $1::uuid AND failed_at IS NOT NULL AND sent_at IS NULL RETURNING id`,
      [id],
    );
    await tx.query(`SELECT pg_notify('${outboxChannel}', '')`);
    return rows.length > 0;
  }
}

/** Headers are single lines: whatever would begin another one becomes a space. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
