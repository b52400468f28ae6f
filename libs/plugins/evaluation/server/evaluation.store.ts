/** Keeps the record and its directory row together: locked while it changes, one revision further when it has. */
import { Inject, Injectable } from '@nestjs/common';
import { nameOf, type EntityRef } from '@hub/core/contract';
import {
  Conflict,
  Directory,
  insertAhead,
  NotFound,
  together,
  updateAhead,
  writeAhead,
  type Action,
} from '@hub/core/server';
import { evaluationRef } from '@hub/plugins/evaluation/contract';
import type { EntityManager } from 'typeorm';
import { EvaluationRecord } from './evaluation.record';
import { firstFree, nameOfTitle, type EvaluationText } from './evaluation.rules';

/** An evaluation as it stands: its own record, and what its directory entry says. */
export interface HeldEvaluation {
  readonly record: EvaluationRecord;
  readonly text: EvaluationText;
}

@Injectable()
export class EvaluationStore {
  constructor(@Inject(Directory) private readonly directory: Directory) {}

  /** Locks it until the transaction ends. NOT_FOUND when there is none; CONFLICT, with what it says now, when it is stale. */
  async hold(tx: EntityManager, ref: EntityRef, expectedRevision?: number): Promise<HeldEvaluation> {
    const [record, entry] = await together([
      tx.findOne(EvaluationRecord, { where: { ref }, lock: { mode: 'pessimistic_write' } }),
      this.directory.get(tx, ref),
    ]);
    if (!record || !entry) throw new NotFound();
    const { revision, methods, methodNote, periodFrom, periodTo, findings } = record;
    const { verdict, sureness, limitations, figures, funding } = record;
    const text = {
      ...{ title: entry.title, question: entry.summary, methods, methodNote, periodFrom, periodTo },
      ...{ findings, verdict, sureness, limitations, figures, funding },
    };
    if (expectedRevision !== undefined && expectedRevision !== revision)
      throw new Conflict('Someone else changed this while you were writing', { revision, ...text });
    return { record, text };
  }

  /** Adds a new one. */
  async add(action: Action, held: HeldEvaluation): Promise<void> {
    await this.list(action, held);
    await insertAhead(action.tx, EvaluationRecord, held.record);
  }

  /** Writes a changed one as its next revision. */
  async save(action: Action, { record, text }: HeldEvaluation): Promise<void> {
    const { title: _title, question: _question, ...columns } = text;
    const { ref, revision, ...rest } = record;
    await updateAhead(action.tx, EvaluationRecord, { ref }, { ...rest, ...columns, revision: revision + 1 });
    await this.list(action, { record, text });
  }

  /** A reference at this site that nothing has yet. Two with one title wait for each other here. */
  async freeRef(tx: EntityManager, site: EntityRef, title: string): Promise<EntityRef> {
    const wanted = evaluationRef(site, nameOfTitle(title));
    await writeAhead(tx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 8))', [site]);
    const taken: { ref: EntityRef }[] = await tx.query(
      `SELECT ref FROM evaluation.evaluation WHERE site_ref = $1 AND (ref = $2 OR ref LIKE $2 || '-%')`,
      [site, wanted],
    );
    const names = taken.map(({ ref }) => nameOf(ref));
    return evaluationRef(site, firstFree(nameOf(wanted), names));
  }

  /** While it is a draft, those who write or evaluate for its site see it; from then on whoever sees what it is about. */
  private async list({ tx, at }: Action, { record, text }: HeldEvaluation): Promise<void> {
    const about = await this.directory.get(tx, record.aboutRef);
    if (!about) throw new Error(`${record.ref} is about ${record.aboutRef}, which is gone.`);
    await this.directory.put(tx, {
      ref: record.ref,
      title: text.title,
      summary: text.question,
      careModels: about.careModels,
      owner: record.siteRef,
      visibility: record.status === 'DRAFT' ? 'draft' : 'public',
      within: [record.aboutRef],
      state: record.status,
      at,
    });
  }
}
