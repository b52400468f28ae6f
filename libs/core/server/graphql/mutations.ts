/** Runs every mutation: one transaction, the permission, and the memory of requests already answered. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { parseEntityRef, type EntityRef } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import { Access } from '../access/access';
import { Audit } from '../audit/audit';
import { Accounts } from '../auth/accounts';
import type { Presumed } from '../auth/proof';
import { Database, type Read } from '../database/database';
import { writeAhead } from '../database/steady-client';
import { valueAt } from '../read/run-context';
import type { AccessRule } from './access-directive';
import { targetOf } from './access-target';
import type { Action } from './action';
import { Conflict, Forbidden } from './errors';
import { open, type Request } from './opening';
import type { Explained } from './patient-guard';

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
  run<A>(
    operation: string,
    asks: Presumed,
    args: Args,
    traits: MutationTraits,
    { work, say }: Mutation<A>,
  ): Promise<{ result: Answered; said: Promise<A> }> {
    return this.database.transactionThat((tx) => this.answer(tx, operation, asks, args, traits, work), say);
  }

  private async answer(
    tx: EntityManager,
    operation: string,
    asks: Presumed,
    args: Args,
    { rule, isSecret, explained }: MutationTraits,
    work: (action: Action) => Promise<Answer>,
  ): Promise<Answered> {
    const { viewer } = asks;
    const actor = { ...viewer, ref: this.access.requireMember(viewer) };
    const request = requestOf(operation, actor.ref, args);
    const question = rule.kind === 'allow' ? { viewer, permission: rule.to, id: targetOf(rule, args) } : null;
    const opened = await open(tx, this.access, { asks, request, question });
    if (!opened.holds) throw new NoLonger();
    if (viewer.scopes && !viewer.scopes.includes('write'))
      throw new Forbidden('This API token only reads. Make one that may write');
    if (request && !opened.isFirst) return { answer: await recall(tx, request), keys: null };
    const about = question && this.access.judge(question, opened);
    const answer = await work({ actor, at: new Date(), tx });
    await this.keepReasons(tx, operation, about ?? namedIn(answer), explained);
    if (request && !isSecret) await remember(tx, request, answer);
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

function requestOf(operation: string, member: EntityRef, args: Args): Request | null {
  const id = valueAt(args, 'input.clientMutationId');
  if (typeof id !== 'string') return null;
  return { key: hashOf([member, operation, id]), inputHash: hashOf(args) };
}

/** The answer given before. CONFLICT when the request was another one, or the answer was secret. */
async function recall(tx: EntityManager, { key, inputHash }: Request): Promise<Answer> {
  const rows: { input_hash: string; answer: Answer | null }[] = await tx.query(
    'SELECT input_hash, answer FROM core.remembered_request WHERE key = $1',
    [key],
  );
  const [known] = rows;
  if (known?.input_hash !== inputHash)
    throw new Conflict('This request id was already used for something else. Send it again with a new one');
  if (!known.answer) throw new Conflict('This was done already, and what it gave is shown only once');
  return known.answer;
}

async function remember(tx: EntityManager, { key }: Request, answer: Answer): Promise<void> {
  await writeAhead(tx, 'UPDATE core.remembered_request SET answer = $2 WHERE key = $1', [key, JSON.stringify(answer)]);
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** JSON with sorted keys, so that the order in which a client writes its input does not matter. */
function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
