/** Looking after the hub: its mail, consequences that failed, and records held from appraisal. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { rowIdOf, type EntityRef } from '@hub/core/contract';
import { Access, Audit, Forbidden, Mail, NotFound, Outbox, type Action } from '@hub/core/server';
import { letterKind } from './managed-letter.read';
import { eventKind } from './parked-delivery.read';
import { reasonIn } from './reasons';

interface Told {
  readonly reason: string;
}

interface ParkedDelivery extends Told {
  readonly eventId: string;
  readonly handler: string;
}

@Injectable()
export class HubCare {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** The words of one letter, which are the addressee's: only where the hub keeps its mail, and audited. */
  async readLetter(
    { tx, actor }: Action,
    input: Told & { letter: string },
  ): Promise<{ subject: string; text: string; page: string }> {
    const reason = reasonIn(input);
    if (!this.mail.isKept) throw new Forbidden('This hub sends its mail. Letters are read where they arrive');
    const id = rowIdOf(letterKind, input.letter);
    const [letter] = await tx.query<{ subject: string; text: string; member_ref: EntityRef | null }[]>(
      'SELECT subject, text, member_ref FROM core.mail WHERE id = $1::uuid',
      [id],
    );
    if (!letter) throw new NotFound();
    await this.audit.add(tx, {
      ...{ action: 'letter.read', actor: actor.ref, subject: letter.member_ref },
      facts: { letter: input.letter, reason },
    });
    return { subject: letter.subject, text: letter.text, page: `/administration/letters/${id}` };
  }

  /** Sends a letter again that was given up. NOT_FOUND when it is none of those. */
  async sendAgain({ tx, actor }: Action, input: Told & { letter: string }): Promise<string> {
    const reason = reasonIn(input);
    const id = rowIdOf(letterKind, input.letter);
    if (!id || !(await this.mail.sendAgain(tx, id))) throw new NotFound();
    await this.audit.add(tx, {
      ...{ action: 'letter.sent-again', actor: actor.ref },
      facts: { letter: input.letter, reason },
    });
    return input.letter;
  }

  /** Lets a parked consequence be tried again; gives how many are still parked. NOT_FOUND when it is not parked. */
  async retry({ tx, actor }: Action, input: ParkedDelivery): Promise<number> {
    const reason = reasonIn(input);
    const id = rowIdOf(eventKind, input.eventId);
    if (!id || !(await this.outbox.retry(tx, id, input.handler))) throw new NotFound();
    return this.parkedAfter('delivery.retried', { tx, actor }, { ...input, reason });
  }

  /** Gives up on a parked consequence for good; gives how many are still parked. NOT_FOUND when it is not parked. */
  async discard({ tx, actor }: Action, input: ParkedDelivery): Promise<number> {
    const reason = reasonIn(input);
    const id = rowIdOf(eventKind, input.eventId);
    if (!id || !(await this.outbox.discard(tx, id, input.handler))) throw new NotFound();
    return this.parkedAfter('delivery.discarded', { tx, actor }, { ...input, reason });
  }

  private async parkedAfter(
    action: string,
    { tx, actor }: Pick<Action, 'tx' | 'actor'>,
    { eventId: event, handler, reason }: ParkedDelivery,
  ): Promise<number> {
    await this.audit.add(tx, { action, actor: actor.ref, facts: { event, handler, reason } });
    return this.countOf(tx, 'core.delivery WHERE parked_at IS NOT NULL AND done_at IS NULL');
  }

  /** Holds a record that the actor may see from appraisal. Does nothing when it is held; gives how many are. */
  async hold({ tx, actor, at }: Action, input: Told & { record: EntityRef }): Promise<number> {
    const reason = reasonIn(input);
    const record = await this.access.requireVisible(tx, actor, input.record);
    const held = await tx.query<unknown[]>(
      `INSERT INTO administration.legal_hold (id, record_ref, reason, by_ref, since) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (record_ref) WHERE lifted_at IS NULL DO NOTHING RETURNING id`,
      [randomUUID(), record, reason, actor.ref, at],
    );
    if (held.length > 0)
      await this.audit.add(tx, { action: 'record.held', actor: actor.ref, subject: record, facts: { reason } });
    return this.standing(tx);
  }

  /** Lifts a hold. NOT_FOUND when the record is not held. */
  async lift({ tx, actor, at }: Action, input: Told & { record: EntityRef }): Promise<number> {
    const reason = reasonIn(input);
    const record = await this.access.requireVisible(tx, actor, input.record);
    const hold = await tx.query<[unknown[], number]>(
      'UPDATE administration.legal_hold SET lifted_at = $2 WHERE record_ref = $1 AND lifted_at IS NULL RETURNING id',
      [record, at],
    );
    if (hold[0].length === 0) throw new NotFound();
    await this.audit.add(tx, { action: 'record.released', actor: actor.ref, subject: record, facts: { reason } });
    return this.standing(tx);
  }

  private standing(tx: Action['tx']): Promise<number> {
    return this.countOf(tx, 'administration.legal_hold WHERE lifted_at IS NULL');
  }

  private async countOf(tx: Action['tx'], rows: string): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(`SELECT count(*)::int FROM ${rows}`);
    return row?.count ?? 0;
  }
}
