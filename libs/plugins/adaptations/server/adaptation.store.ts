/** Keeps the record and its directory row together: locked while it changes, one revision further when it has. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
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
import type { EntityManager } from 'typeorm';
import { endedStages } from '@hub/plugins/adaptations/contract';
import { AdaptationRecord } from './adaptation.record';
import { StageChangeRecord } from './suitability/findings.records';
import { FollowedVersionRecord, type FollowedChoice } from './following/following.records';
import { visibilityOf } from './stages/stage.rules';

@Injectable()
export class AdaptationStore {
  constructor(@Inject(Directory) private readonly directory: Directory) {}

  /** Locks the record until the transaction ends. Throws NOT_FOUND, or CONFLICT when the revision is not the expected one. */
  async open(tx: EntityManager, ref: EntityRef, expectedRevision?: number | null): Promise<AdaptationRecord> {
    const record = await tx.findOne(AdaptationRecord, { where: { ref }, lock: { mode: 'pessimistic_write' } });
    if (!record) throw new NotFound();
    if (typeof expectedRevision === 'number' && expectedRevision !== record.revision) {
      const current = { id: ref, revision: record.revision, stage: record.stage };
      throw new Conflict('Someone else changed this record since you opened it. Look at it as it is now', current);
    }
    return record;
  }

  /** Stores a new record with its directory row. It follows its source from now on. */
  async add(action: Action, record: AdaptationRecord): Promise<void> {
    await this.insert(action, record);
    await this.follow(action, record, []);
  }

  /** Stores a record with its directory row, and nothing of what it followed. */
  async insert(action: Pick<Action, 'tx' | 'at'>, record: AdaptationRecord): Promise<void> {
    await this.list(action, record);
    await insertAhead(action.tx, AdaptationRecord, record);
  }

  /** Keeps that it follows another version of its source from now on, and what was decided about what is new there. */
  async follow({ tx, actor, at }: Action, record: AdaptationRecord, choices: readonly FollowedChoice[]): Promise<void> {
    const { ref: adaptationRef, sourceNumber: number, sourceVersionId: versionId } = record;
    await insertAhead(tx, FollowedVersionRecord, { adaptationRef, number, versionId, at, byRef: actor.ref, choices });
  }

  /** Stores a changed record as its next revision, with its directory row. */
  async save(action: Pick<Action, 'tx' | 'at'>, record: AdaptationRecord): Promise<void> {
    record.revision += 1;
    await updateAhead(action.tx, AdaptationRecord, { ref: record.ref }, record);
    await this.list(action, record);
  }

  /** Something was said of it that changes nothing in the record: its directory row says when. */
  async say(action: Pick<Action, 'tx' | 'at'>, record: AdaptationRecord): Promise<void> {
    await this.list(action, record);
  }

  /** Keeps that it came to its present stage, by whom, and what was said about it. Gives the id of the step. */
  async remember(
    { tx, actor, at }: Action,
    { ref, stage }: AdaptationRecord,
    said: Partial<Pick<StageChangeRecord, 'learned' | 'reason' | 'decision'>>,
  ): Promise<string> {
    const id = randomUUID();
    const { learned = null, reason = null, decision = null } = said;
    const step = { id, adaptationRef: ref, stage, at, byRef: actor.ref, learned, reason, decision };
    await insertAhead(tx, StageChangeRecord, step);
    return id;
  }

  /** Lets one at a time begin or take up work at a site, and throws CONFLICT with the id of the one already at work. */
  async requireNoneAtWork(tx: EntityManager, source: EntityRef, site: EntityRef): Promise<void> {
    await writeAhead(tx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 3))', [site]);
    const rows: { ref: EntityRef }[] = await tx.query(
      'SELECT ref FROM adaptations.adaptation WHERE source_ref = $1 AND site_ref = $2 AND stage <> ALL($3::text[])',
      [source, site, endedStages],
    );
    const [current] = rows;
    if (current) throw new Conflict('Your site is already working on this one. Go on there', { id: current.ref });
  }

  private async list({ tx, at }: Pick<Action, 'tx' | 'at'>, record: AdaptationRecord): Promise<void> {
    const [source, site] = await together([
      this.directory.get(tx, record.sourceRef),
      this.directory.get(tx, record.siteRef),
    ]);
    if (!source || !site)
      throw new Error(`${record.ref} adapts ${record.sourceRef} at ${record.siteRef}, one of which is gone.`);
    const published = record.publishedAt !== null && record.resultRef !== null;
    await this.directory.put(tx, {
      ref: record.ref,
      title: `${source.title}, adapted by ${site.title}`,
      summary: record.why ?? '',
      careModels: source.careModels,
      owner: record.siteRef,
      visibility: visibilityOf(record),
      within: published && record.resultRef ? [record.sourceRef, record.resultRef] : [record.sourceRef],
      state: record.stage,
      at,
    });
  }
}
