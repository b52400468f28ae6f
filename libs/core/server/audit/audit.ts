/** The audit log: who did what to whom and how it ended. It only grows, and each entry carries the hash of the one before. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';
import { AuditEntryRecord } from '../database/core-trust.records';
import { Database } from '../database/database';
import { writeAhead } from '../database/write-ahead';

export interface AuditEntry {
  /** What was done, as `subject.verb`: `session.opened`, `role.given`. */
  readonly action: string;
  /** Who did it; null for somebody not signed in, and for the hub itself. */
  readonly actor: EntityRef | null;
  readonly subject?: EntityRef | null;
  readonly outcome?: 'done' | 'refused';
  /** Codes, references and reasons given for the record. Never a secret, an address, or what somebody wrote to others. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** What a check of the whole log found: how many entries, and the first whose hash does not hold. */
export interface AuditCheck {
  readonly entries: number;
  readonly brokenAt: number | null;
}

const appendLock = 711_550_200;
const firstHash = Buffer.alloc(32);
const checkedAtOnce = 1000;

@Injectable()
export class Audit {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Adds an entry in the transaction of what it tells of: both are kept or neither. Entries wait for each other here. */
  async add(
    tx: EntityManager,
    { action, actor, subject = null, outcome = 'done', facts = {} }: AuditEntry,
  ): Promise<void> {
    await writeAhead(tx, 'SELECT pg_advisory_xact_lock($1)', [appendLock]);
    const [last] = await tx.query<{ number: string; hash: Buffer }[]>(
      'SELECT number, hash FROM core.audit_entry ORDER BY number DESC LIMIT 1',
    );
    const number = String(BigInt(last?.number ?? 0) + 1n);
    const told = asStored(facts);
    const entry = { number, at: new Date(), action, outcome, actorRef: actor, subjectRef: subject, facts: told };
    const previousHash = last?.hash ?? firstHash;
    await writeAhead(
      tx,
      `INSERT INTO core.audit_entry (number, at, action, outcome, actor_ref, subject_ref, facts, previous_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        entry.number,
        entry.at,
        action,
        outcome,
        actor,
        subject,
        JSON.stringify(told),
        previousHash,
        hashOf(entry, previousHash),
      ],
    );
  }

  /** Adds an entry on its own: for what was refused, whose transaction is rolled back. */
  async addAlone(entry: AuditEntry): Promise<void> {
    await this.database.transaction((tx) => this.add(tx, entry));
  }

  /**
   * Walks the whole log and works out every hash anew. Cannot notice that the newest entries were cut off. Whoever is in a transaction
   * hands it over: to wait for a further connection while holding one could wait for ever.
   */
  async check(tx: EntityManager = this.database.source.manager): Promise<AuditCheck> {
    let entries = 0;
    let previous: Buffer = firstHash;
    let after = '0';
    for (;;) {
      const rows = await tx
        .createQueryBuilder(AuditEntryRecord, 'a')
        .where('a.number > :after', { after })
        .orderBy('a.number')
        .limit(checkedAtOnce)
        .getMany();
      for (const row of rows) {
        const holds = previous.equals(row.previousHash) && row.hash.equals(hashOf(row, previous));
        if (!holds || BigInt(row.number) !== BigInt(after) + 1n) return { entries, brokenAt: Number(row.number) };
        entries += 1;
        previous = row.hash;
        after = row.number;
      }
      if (rows.length < checkedAtOnce) return { entries, brokenAt: null };
    }
  }
}

type Hashed = Pick<AuditEntryRecord, 'number' | 'at' | 'action' | 'outcome' | 'actorRef' | 'subjectRef' | 'facts'>;

function hashOf(entry: Hashed, previous: Buffer): Buffer {
  const { number, at, action, outcome, actorRef, subjectRef, facts } = entry;
  const told = [number, at.toISOString(), action, outcome, actorRef, subjectRef, sorted(facts)];
  return createHash('sha256').update(previous).update(JSON.stringify(told)).digest();
}

/** Facts as they will be read again: what is undefined is not stored, and must not be part of the hash. */
function asStored(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(facts)) as Record<string, unknown>;
}

/** PostgreSQL keeps an object's keys in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => [key, sorted(item)]);
}
