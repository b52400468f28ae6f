/** Runs every mutation: one transaction, the permission, and the memory of requests already answered. */
import { Inject, Injectable } from '@nestjs/common';
import { parseEntityRef, type EntityRef, type Viewer } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import { Access, type Question } from '../access/access';
import { Audit } from '../audit/audit';
import { Accounts } from '../auth/accounts';
import type { Presumed } from '../auth/proof';
import { Database, type Read } from '../database/database';
import { askerIn } from '../database/write-ahead';
import type { AccessRule } from './access-directive';
import { targetOf } from './access-target';
import type { Action } from './action';
import { begun } from './allowed';
import { Forbidden, SecondFactorRequired } from './errors';
import { open, Refused, type Request } from './opening';
import type { Explained } from './patient-guard';
import { recall, remember, requestOf } from './remembered-request';

type Args = Readonly<Record<string, unknown>>;
type Answer = Record<string, unknown>;

/** Whoever asks is not who they were lately: nothing was done. */
export class NoLonger extends Error {}

@Injectable()
export class Mutations {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Access) private readonly access: Access,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {}

  /**
   * The answer's ids and plain values, and the viewer's keys as they are then: what was just opened to them can be read in the answer,
   * and what was just closed cannot. The same member, operation and clientMutationId give the same answer, once.
   * Throws NoLonger where it is not true that who asks is who they were lately.
   */
  async run<A>(
    operation: string,
    asks: Presumed,
    args: Args,
    traits: MutationTraits,
    { work, say }: Mutation<A>,
  ): Promise<{ result: Answered; said: Promise<A> }> {
    const { viewer } = asks;
    const actor = { ...viewer, ref: this.access.requireMember(viewer) };
    const request = requestOf(operation, actor.ref, args);
    const { rule } = traits;
    const question = rule.kind === 'allow' ? { viewer, permission: rule.to, id: targetOf(rule, args) } : null;
    const change = { operation, actor, asks, request, question, traits, work };
    try {
      return await this.database.transactionThat((tx) => this.answer(tx, change), say);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.why === 'stale') throw new NoLonger();
      requireWriting(viewer);
      if (error.why === 'known' && request) return this.database.transactionThat((tx) => recalled(tx, request), say);
      throw question && error.why !== 'known' ? this.access.refusal(question, error.why) : error;
    }
  }

  /** What the work asks first goes with the opening, and is run only where that lets it: what it learns it learns afterwards. */
  private async answer(tx: EntityManager, change: Change): Promise<Answered> {
    const { operation, actor, asks, request, question, traits, work } = change;
    const opening = open(await askerIn(tx), this.access, { asks, request, question });
    const mayBegin = mayWrite(actor) && (!question || this.access.hasSecondFactorFor(question));
    const worked = mayBegin ? begun(opening, () => work({ actor, at: new Date(), tx })) : null;
    worked?.catch(() => undefined);
    const about = await opening;
    requireWriting(actor);
    if (!worked) throw new SecondFactorRequired();
    const answer = await worked;
    await this.keepReasons(tx, operation, about ?? namedIn(answer), traits.explained);
    if (request && !traits.isSecret) await remember(tx, request, answer);
    return { answer, keys: await this.accounts.keysIfChanged(tx, actor.ref) };
  }

  /** Says of which thing, not by whom: what is written there has its author, who may be anonymous. */
  private async keepReasons(
    tx: EntityManager,
    operation: string,
    subject: EntityRef | null,
    explained: readonly Explained[],
  ): Promise<void> {
    for (const { path, kind, because } of explained) {
      const facts = { operation, path, kind, because };
      await this.audit.add(tx, { action: 'patient-detail.explained', actor: null, subject, facts });
    }
  }
}

/** One that is asked for. */
interface Change {
  readonly operation: string;
  readonly actor: Action['actor'];
  readonly asks: Presumed;
  readonly request: Request | null;
  readonly question: Question | null;
  readonly traits: MutationTraits;
  work(action: Action): Promise<Answer>;
}

export interface Answered {
  readonly answer: Answer;
  /** Null when they are as they were. */
  readonly keys: readonly string[] | null;
}

export interface Mutation<A> {
  work(action: Action): Promise<Answer>;
  /** Reads what the answer names, with the commit. */
  say(answered: Answered, read: Read): Promise<A>;
}

export interface MutationTraits {
  /** What looks like a detail of a patient, and why it is none. */
  readonly explained: readonly Explained[];
  readonly rule: AccessRule;
  /** Its answer is shown once, and not remembered. */
  readonly isSecret: boolean;
}

/** The first thing of the directory that an answer names. */
function namedIn(answer: Answer): EntityRef | null {
  const ref = Object.values(answer).find((value) => typeof value === 'string' && parseEntityRef(value) !== null);
  return typeof ref === 'string' ? ref : null;
}

async function recalled(tx: EntityManager, request: Request): Promise<Answered> {
  return { answer: await recall(tx, request), keys: null };
}

const mayWrite = ({ scopes }: Viewer) => !scopes || scopes.includes('write');

function requireWriting(viewer: Viewer): void {
  if (!mayWrite(viewer)) throw new Forbidden('This API token only reads. Make one that may write');
}
