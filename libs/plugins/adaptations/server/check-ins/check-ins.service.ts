/** Asks the team of an adaptation that went quiet whether it still goes on, and keeps the answer. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { rowIdOf, type EntityRef } from '@hub/core/contract';
import { badInput, NotFound, Outbox, type Action } from '@hub/core/server';
import { adaptationWentQuiet, checkInPrefix, type CheckInAnswer } from '@hub/plugins/adaptations/contract';
import { ToldBefore } from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';
import { AdaptationStore } from '../adaptation.store';
import { CheckInRecord } from './check-in.record';
import { isOpenSql } from './check-in.read';

export interface AnswerCheckIn {
  readonly adaptation: EntityRef;
  readonly checkIn: string;
  readonly answer: CheckInAnswer;
}

/** Behind the name of who answered, for everybody in the team who was asked. */
const answered = {
  GOING: 'answered “still going” for your team',
  STOPPED: 'answered “stopped” for your team',
  BUSY: 'answered “busy, ask us again later” for your team',
} as const satisfies Record<CheckInAnswer, string>;

@Injectable()
export class CheckInsService {
  constructor(
    @Inject(AdaptationStore) private readonly store: AdaptationStore,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Optional() @Inject(ToldBefore) private readonly told: ToldBefore | null,
  ) {}

  /** Puts the question to the team. One silence is asked about once, so that a second wish does nothing. Gives its id. */
  async ask({ tx, at }: Pick<Action, 'tx' | 'at'>, adaptationRef: EntityRef, quietSince: Date): Promise<string | null> {
    const asked: unknown[] = await tx.query(
      `INSERT INTO adaptations.check_in (id, adaptation_ref, quiet_since, asked_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (adaptation_ref, quiet_since) DO NOTHING RETURNING id`,
      [randomUUID(), adaptationRef, quietSince, at],
    );
    const [row] = asked as { id: string }[];
    if (!row) return null;
    const checkIn = `${checkInPrefix}:${row.id}`;
    const event = { name: adaptationWentQuiet.name, subject: adaptationRef, actor: null, at, facts: { checkIn } };
    await this.outbox.add(tx, event);
    return checkIn;
  }

  /**
   * Answers for the team. "Still going" is a word, so that the silence is over. What was answered, or has had a word since, stays as it is.
   * NOT_FOUND for a question to another team; BAD_USER_INPUT for STOPPED, which is recorded with a reason.
   */
  async answer(action: Action, { adaptation, checkIn, answer }: AnswerCheckIn): Promise<string> {
    if (answer === 'STOPPED')
      throw badInput('input.answer', 'Record that it stopped, and why, on the page of its stages');
    const record = await this.store.open(action.tx, adaptation);
    const id = rowIdOf(checkInPrefix, checkIn);
    const question = id && (await action.tx.findOneBy(CheckInRecord, { id, adaptationRef: record.ref }));
    if (!question) throw new NotFound();
    if (!(await isOpen(action.tx, question.id))) return checkIn;

    await this.keep(action, question.id, answer);
    if (answer === 'GOING') await this.store.say(action, record);
    return checkIn;
  }

  /** The question that waits for an answer, while a record is as it is: what is recorded next is a word. */
  async waiting(tx: EntityManager, adaptation: EntityRef): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      `SELECT c.id FROM adaptations.check_in c WHERE c.adaptation_ref = $1 AND ${isOpenSql('c')} LIMIT 1`,
      [adaptation],
    );
    return row?.id ?? null;
  }

  /** Whoever ends the work answers the question that waited. */
  async ended(action: Action, waiting: string): Promise<void> {
    await this.keep(action, waiting, 'STOPPED');
  }

  private async keep({ tx, actor, at }: Action, id: string, answer: CheckInAnswer): Promise<void> {
    await tx.update(CheckInRecord, { id }, { answer, answeredAt: at, answeredBy: actor.ref });
    const settled = { opens: `${checkInPrefix}:${id}`, actor: actor.ref, because: answered[answer], at };
    await this.told?.settle(tx, settled);
  }
}

/** Whether it still waits for an answer: nobody gave one, and nothing was said since. */
export async function isOpen(tx: EntityManager, id: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(`SELECT 1 FROM adaptations.check_in c WHERE c.id = $1 AND ${isOpenSql('c')}`, [
    id,
  ]);
  return rows.length > 0;
}
