/** Who does which task of a record. How far a task is follows from the record, and is kept nowhere. */
import { Inject, Injectable } from '@nestjs/common';
import { keyOfSiteEditors, rowIdOf, type EntityRef } from '@hub/core/contract';
import { badInput, type Action } from '@hub/core/server';
import { isTaskKey } from '@hub/plugins/adaptations/contract';
import type { EntityManager } from 'typeorm';
import type { AdaptationRecord } from '../adaptation.record';
import { AdaptationStore } from '../adaptation.store';
import { ModificationRecord, TaskRecord } from '../suitability/findings.records';

export interface PlanTask {
  readonly adaptation: EntityRef;
  readonly task: string;
  readonly owner?: EntityRef | null;
  readonly notSure?: boolean | null;
}

@Injectable()
export class TasksService {
  constructor(@Inject(AdaptationStore) private readonly store: AdaptationStore) {}

  /** Names who does a task, or that nobody is sure yet. BAD_USER_INPUT for no task, and for who does not write for the site. */
  async plan(action: Action, { adaptation, task: key, owner, notSure }: PlanTask): Promise<EntityRef> {
    const { tx } = action;
    const record = await this.store.open(tx, adaptation);
    if (!(await isTaskOf(tx, record, key))) throw badInput('input.task', 'This record has no such task');
    if (owner && !(await writesFor(tx, owner, record.siteRef))) {
      throw badInput('input.owner', 'Choose somebody who writes for your site');
    }
    const earlier = await tx.findOneBy(TaskRecord, { adaptationRef: record.ref, key });
    await tx.save(TaskRecord, {
      adaptationRef: record.ref,
      key,
      ownerRef: owner === undefined ? (earlier?.ownerRef ?? null) : owner,
      notSure: notSure ?? earlier?.notSure ?? false,
    });
    await this.store.save(action, record);
    return record.ref;
  }
}

async function isTaskOf(tx: EntityManager, { ref }: AdaptationRecord, key: string): Promise<boolean> {
  if (!isTaskKey(key)) return false;
  const id = rowIdOf('modification', key);
  return id === null || tx.existsBy(ModificationRecord, { id, adaptationRef: ref });
}

async function writesFor(tx: EntityManager, member: EntityRef, site: EntityRef): Promise<boolean> {
  const rows: unknown[] = await tx.query('SELECT 1 FROM core.account WHERE ref = $1 AND $2 = ANY(keys)', [
    member,
    keyOfSiteEditors(site),
  ]);
  return rows.length > 0;
}
