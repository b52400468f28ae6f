/** Holds an intervention for change, and writes it with its directory entry. */
import { Inject, Injectable } from '@nestjs/common';
import { careModelCode, type EntityRef, type Visibility } from '@hub/core/contract';
import {
  Audit,
  Conflict,
  Directory,
  insertAhead,
  NotFound,
  together,
  updateAhead,
  type Action,
} from '@hub/core/server';
import type { InterventionNow } from '@hub/plugins/interventions/contract';
import type { EntityManager } from 'typeorm';
import { InterventionRecord } from './intervention.record';
import { isToldOf } from './visibility.rules';

/** An intervention as it stands: its own record, and what its directory entry says. */
export interface HeldIntervention {
  readonly record: InterventionRecord;
  readonly title: string;
  readonly summary: string;
  readonly careModels: readonly EntityRef[];
}

@Injectable()
export class InterventionStore {
  constructor(
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** Locks it until the transaction ends. NOT_FOUND when there is none; CONFLICT when it is not at the expected revision. */
  async hold(tx: EntityManager, ref: EntityRef, expectedRevision?: number): Promise<HeldIntervention> {
    const locked = tx.findOne(InterventionRecord, { where: { ref }, lock: { mode: 'pessimistic_write' } });
    const held = await this.withEntry(tx, ref, locked);
    if (!held) throw new NotFound();
    if (expectedRevision !== undefined && expectedRevision !== held.record.revision) throw stale(held);
    return held;
  }

  /** It as it stands, without a lock; null when there is none. */
  find(tx: EntityManager, ref: EntityRef): Promise<HeldIntervention | null> {
    return this.withEntry(tx, ref, tx.findOneBy(InterventionRecord, { ref }));
  }

  /** Adds a new one. */
  async add(action: Action, held: HeldIntervention): Promise<void> {
    await this.putEntry(action, held);
    await insertAhead(action.tx, InterventionRecord, held.record);
  }

  /** Writes a changed one under its next revision. */
  async change(action: Action, held: HeldIntervention): Promise<void> {
    const { ref, ...columns } = held.record;
    const changed = { ...columns, revision: columns.revision + 1, writtenAt: action.at };
    await updateAhead(action.tx, InterventionRecord, { ref }, changed);
    await this.tellOfVisibility(action, held.record);
    await this.putEntry(action, held);
  }

  /** Shows it to others from now on. Its text and revision stay: nobody who is writing is disturbed. */
  async show(action: Action, held: HeldIntervention, visibility: Visibility): Promise<void> {
    const record = { ...held.record, intendedVisibility: visibility };
    await updateAhead(action.tx, InterventionRecord, { ref: record.ref }, { intendedVisibility: visibility });
    await this.tellOfVisibility(action, record);
    await this.putEntry(action, { ...held, record });
  }

  private async tellOfVisibility({ tx, actor }: Action, record: InterventionRecord): Promise<void> {
    const from = (await this.directory.get(tx, record.ref))?.visibility;
    const to = visibilityNow(record);
    if (!from || !isToldOf(from, to)) return;
    await this.audit.add(tx, {
      ...{ action: 'visibility.changed', actor: actor.ref, subject: record.ref },
      facts: { from, to },
    });
  }

  private async withEntry(
    tx: EntityManager,
    ref: EntityRef,
    asked: Promise<InterventionRecord | null>,
  ): Promise<HeldIntervention | null> {
    const [record, entry] = await together([asked, this.directory.get(tx, ref)]);
    if (!record || !entry) return null;
    return { record, title: entry.title, summary: entry.summary, careModels: entry.careModels };
  }

  private putEntry({ tx, at }: Action, { record, title, summary, careModels }: HeldIntervention): Promise<void> {
    const { ref, siteRef: owner, status: state } = record;
    return this.directory.put(tx, {
      ref,
      title,
      summary,
      careModels,
      owner,
      state,
      visibility: visibilityNow(record),
      at,
      quiet: record.publishedAt?.getTime() !== at.getTime(),
    });
  }
}

/** While it is a draft its editors see it, whatever is wished for later. */
function visibilityNow({ status, intendedVisibility }: InterventionRecord): Visibility {
  return status === 'DRAFT' ? 'draft' : intendedVisibility;
}

function stale({ record, title, summary, careModels }: HeldIntervention): Conflict {
  const { revision, maturity, draft: sections, components, description } = record;
  const { lessons, enablers, contacts, startedOn, stoppedOn, reviewOn } = record;
  const current: InterventionNow = {
    ...{ revision, title, summary, modelTypes: careModels.map(careModelCode), maturity },
    ...{ visibility: record.intendedVisibility.toUpperCase(), sections, components, description },
    ...{ lessons, enablers, contacts, startedOn, stoppedOn, reviewOn },
  };
  return new Conflict('Someone else changed this while you were writing', { ...current });
}
