/** Runs every mutation: one transaction, the permission, and the memory of requests already answered. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { parseEntityRef, type EntityRef, type Viewer } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import { Access } from '../access/access';
import { Audit } from '../audit/audit';
import { Accounts } from '../auth/accounts';
import { Database } from '../database/database';
import { valueAt } from '../read/run-context';
import type { AccessRule } from './access-directive';
import { targetOf } from './access-target';
import type { Action } from './action';
import { Conflict, Forbidden } from './errors';
import type { Explained } from './patient-guard';

type Args = Readonly<Record<string, unknown>>;
type Answer = Record<string, unknown>;

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
   */
  run(
    operation: string,
    viewer: Viewer,
    args: Args,
    { rule, isSecret, explained }: MutationTraits,
    work: (action: Action) => Promise<Answer>,
  ): Promise<Answered> {
    return this.database.transaction(async (tx) => {
      const actor = { ...viewer, ref: this.access.requireMember(viewer) };
      if (viewer.scopes && !viewer.scopes.includes('write'))
        throw new Forbidden('This API token only reads. Make one that may write');
      const request = requestOf(operation, actor.ref, args);
      const remembered = request && (await recall(tx, request));
      if (remembered) return { answer: remembered, keys: null };
      const about =
        rule.kind === 'allow' ? await this.access.requireFor(tx, viewer, rule.to, targetOf(rule, args)) : null;
      const answer = await work({ actor, at: new Date(), tx });
      await this.keepReasons(tx, operation, about ?? namedIn(answer), explained);
      if (request && !isSecret) await remember(tx, request, answer);
      return { answer, keys: await this.accounts.keysIfChanged(tx, actor.ref) };
    });
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

/** A request as it is remembered: by hashes, so that an anonymous post leads back to nobody. */
interface Request {
  readonly key: string;
  readonly inputHash: string;
}

function requestOf(operation: string, member: EntityRef, args: Args): Request | null {
  const id = valueAt(args, 'input.clientMutationId');
  if (typeof id !== 'string') return null;
  return { key: hashOf([member, operation, id]), inputHash: hashOf(args) };
}

/** The answer given before; null when this is the first time. Two at once wait for each other here. CONFLICT when it was secret. */
async function recall(tx: EntityManager, { key, inputHash }: Request): Promise<Answer | null> {
  const claimed: unknown[] = await tx.query(
    'INSERT INTO core.remembered_request (key, input_hash, at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING RETURNING 1',
    [key, inputHash],
  );
  if (claimed.length > 0) return null;
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
  await tx.query('UPDATE core.remembered_request SET answer = $2 WHERE key = $1', [key, JSON.stringify(answer)]);
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
