/** Posts what people answer to mails: once, in their name, under the rules of the page. What cannot be posted is said to them by mail. */
import { Inject, Injectable, Optional } from '@nestjs/common';
import { kindOfId, patientDetailsIn, textProblem, type EntityRef } from '@hub/core/contract';
import { actionOf, Attempts, contributionsOf, Database, HubError, type AttemptLimit } from '@hub/core/server';
import { People } from '@hub/plugins/identity/contract';
import { mailReplies, type MailReplies } from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';
import { Addresses } from '../mail/addresses';
import { ReceivedMailRecord } from './received-mail.record';
import type { ReceivedMail } from './received-mail';
import { RefusalAnswers } from './refusal-answers';
import { ReplyAddresses } from './reply-addresses';
import type { Refusal } from './reply-refusals';
import { replyIn } from './reply-text.rules';

const anHour: AttemptLimit = { what: 'reply by mail by member', most: 60, withinSeconds: 3600 };
const longestReply = 20_000;

/** `posted <id>`, `refused <why>`, or `ignored` for what no person sent. */
export interface Outcome {
  readonly posted?: string;
  readonly refused?: Refusal;
}

/** The notification that a mail told of, and whose it is. */
interface Answered {
  readonly member: EntityRef;
  readonly keys: readonly string[];
  readonly subject: EntityRef;
  readonly facts: Record<string, unknown> | null;
}

@Injectable()
export class RepliesByMail {
  constructor(
    @Inject(contributionsOf(mailReplies)) private readonly takers: readonly MailReplies[],
    @Inject(Database) private readonly database: Database,
    @Inject(ReplyAddresses) private readonly replyAddresses: ReplyAddresses,
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(RefusalAnswers) private readonly answers: RefusalAnswers,
    @Optional() @Inject(People) private readonly people: People | null,
  ) {}

  /** The same message gives the same outcome however often it is brought. Throws RATE_LIMITED for very many of one person. */
  take(mail: ReceivedMail): Promise<Outcome> {
    if (mail.isAutomatic) return Promise.resolve({});
    return this.database.transaction(async (tx) => {
      const before = await remembered(tx, mail.key);
      if (before) return before;
      const answered = await this.answeredBy(tx, mail);
      const outcome = typeof answered === 'string' ? { refused: answered } : await this.post(tx, mail, answered);
      const sender = mail.from && (await this.senderOf(tx, mail.from, answered));
      await remember(tx, mail.key, sender || null, outcome);
      if (outcome.refused && sender) await this.answers.write(tx, mail, sender, outcome.refused);
      return outcome;
    });
  }

  /** What the mail answers, when its address is good and it came from whom the address was given to. */
  private async answeredBy(tx: EntityManager, { to, from }: ReceivedMail): Promise<Answered | Refusal> {
    const opened = this.replyAddresses.find(to, new Date());
    if (!opened) return 'UNKNOWN_ADDRESS';
    const [answered] = await tx.query<Answered[]>(
      `SELECT n.member_ref AS member, a.keys, n.subject_ref AS subject, event.facts FROM subscriptions.notification n
       JOIN core.account a ON a.ref = n.member_ref AND a.suspended_at IS NULL
       LEFT JOIN core.domain_event event ON event.id = n.event_id WHERE n.id = $1`,
      [opened.notification],
    );
    if (!answered) return 'UNKNOWN_ADDRESS';
    const address = (await this.addresses.of(tx, [answered.member])).get(answered.member);
    if (from === null || address !== from) return 'NOT_THEIRS';
    return opened.isExpired ? 'EXPIRED' : answered;
  }

  private async post(tx: EntityManager, mail: ReceivedMail, answered: Answered): Promise<Outcome> {
    const { member, keys, subject, facts } = answered;
    const body = replyIn(mail.text);
    const problem = problemOf(body);
    if (body === null || problem) return { refused: problem ?? 'UNREADABLE' };
    const taker = this.takers.find(({ kind }) => kind === kindOfId(subject));
    if (!taker || !(await taker.takes(tx, subject, { ref: member, keys }))) return { refused: 'NOT_TAKEN' };
    await this.attempts.count(anHour, member);
    try {
      const posted = await tx.transaction(async (inner) =>
        taker.post(await actionOf(inner, member, new Date()), { subject, facts: facts ?? {}, body }),
      );
      return { posted };
    } catch (error) {
      if (error instanceof HubError) return { refused: 'NOT_TAKEN' };
      throw error;
    }
  }

  /** Only whom the hub knows is answered: whoever forges a sender's address has no mail sent there. */
  private async senderOf(tx: EntityManager, from: string, answered: Answered | Refusal): Promise<EntityRef | null> {
    if (typeof answered !== 'string') return answered.member;
    return (await this.people?.memberWithEmail(tx, from)) ?? null;
  }
}

function problemOf(body: string | null): Refusal | null {
  if (body === null) return 'UNREADABLE';
  if (body === '') return 'EMPTY';
  if (body.length > longestReply) return 'TOO_LONG';
  if (textProblem(body, longestReply)) return 'UNREADABLE';
  return patientDetailsIn(body).length > 0 ? 'PATIENT_DETAILS' : null;
}

/** Takes the message's place, so that the same one brought at the same time waits; what came of it when it was brought before. */
async function remembered(tx: EntityManager, key: Buffer): Promise<Outcome | null> {
  const taken = await tx.query<unknown[]>(
    `INSERT INTO subscriptions.received_mail (key, outcome, received_at) VALUES ($1, '{}', now())
     ON CONFLICT (key) DO NOTHING RETURNING 1`,
    [key],
  );
  if (taken.length > 0) return null;
  const { outcome } = await tx.findOneByOrFail(ReceivedMailRecord, { key });
  return JSON.parse(outcome) as Outcome;
}

async function remember(tx: EntityManager, key: Buffer, memberRef: EntityRef | null, outcome: Outcome): Promise<void> {
  await tx.update(ReceivedMailRecord, { key }, { memberRef, outcome: JSON.stringify(outcome) });
}
