/** Letters to people: written in the transaction of what they tell of, and sent from there by a loop of their own. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import { hubSettings } from '../hub-settings';
import { outboxChannel } from '../outbox/outbox';
import type { Settings } from '../settings';
import { forgetHandovers } from './handovers';
import { oneLine } from './late-letters';
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

/** A letter that its writer will find by its id. */
export interface PromisedLetter {
  readonly id: string;
  readonly member: EntityRef;
  readonly to: string;
}

@Injectable()
export class Mail {
  constructor(@Inject(hubSettings) private readonly settings: Settings) {}

  /** True where no mail server is set: letters are then kept for the administrator to read, and not sent. */
  get isKept(): boolean {
    return this.settings.smtpUrl === null;
  }

  /** What stands after the @ in the ids of letters. */
  private get host(): string {
    return this.settings.publicUrl?.hostname ?? 'localhost';
  }

  /** Writes a letter; it leaves when the transaction commits. Its Message-ID is fixed here, so that a repeat is known as one. */
  async write(tx: EntityManager, letter: Addressed): Promise<void> {
    const id = randomUUID();
    await tx.query(
      `INSERT INTO core.mail (id, message_id, member_ref, recipient, subject, text, html, headers, secret, created_at, next_at, needs)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now(), $11)`,
      [
        id,
        `<${id}@${this.host}>`,
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

  /** Promises letters whose words their writer makes when they are sent; they leave when the transaction commits. */
  async promise(tx: EntityManager, letters: readonly PromisedLetter[], writer: string, at: Date): Promise<void> {
    if (letters.length === 0) return;
    await tx.query(
      `INSERT INTO core.mail (id, message_id, member_ref, recipient, subject, text, html, headers, secret, created_at, next_at, writer)
       SELECT promised.id, '<' || promised.id || '@' || $4 || '>', promised.member_ref, promised.recipient, '', '', '', '{}', false, $5, now(), $6
       FROM unnest($1::uuid[], $2::text[], $3::text[]) AS promised (id, member_ref, recipient)`,
      [
        letters.map(({ id }) => id),
        letters.map(({ member }) => member),
        letters.map(({ to }) => oneLine(to)),
        this.host,
        at,
        writer,
      ],
    );
    await tx.query(`SELECT pg_notify('${outboxChannel}', '')`);
  }

  /** Sends a letter again that was given up. False when there is none by that id that was. */
  async sendAgain(tx: EntityManager, id: string): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `UPDATE core.mail SET failed_at = NULL, problem = NULL, attempts = 0, next_at = now()
       WHERE id = $1::uuid AND failed_at IS NOT NULL AND sent_at IS NULL RETURNING id`,
      [id],
    );
    if (rows.length === 0) return false;
    await forgetHandovers(tx, id);
    await tx.query(`SELECT pg_notify('${outboxChannel}', '')`);
    return true;
  }
}
