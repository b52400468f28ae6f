/**
 * What an adaptation draws on beside its source. No intervention ever descends from itself: the database refuses it. The record's
 * revision stays: others must not be able to tell that it draws on something that they may not see.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Access, badInput, NotFound, type Action } from '@hub/core/server';
import {
  InterventionDrafts,
  interventionKind,
  versionIdPrefix,
  versionUuid,
} from '@hub/plugins/interventions/contract';
import { QueryFailedError } from 'typeorm';
import { AdaptationStore } from '../adaptation.store';
import { FurtherSourceRecord } from './further-source.record';

export interface AddAdaptationSource {
  readonly adaptation: EntityRef;
  readonly sourceVersion: string;
  readonly what?: string | null;
}

export interface RemoveAdaptationSource {
  readonly adaptation: EntityRef;
  readonly source: EntityRef;
}

/** As many as a page can say. */
const mostSources = 10;

@Injectable()
export class SourcesService {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(AdaptationStore) private readonly store: AdaptationStore,
    @Inject(InterventionDrafts) private readonly drafts: InterventionDrafts,
  ) {}

  /**
   * Adds a source, or names another version of one that is there. NOT_FOUND for a version that the actor cannot see; BAD_USER_INPUT
   * for its own source and for what descends from its result.
   */
  async add({ tx, actor, at }: Action, input: AddAdaptationSource): Promise<EntityRef> {
    const record = await this.store.open(tx, input.adaptation);
    await this.access.requireVisible(tx, actor, input.sourceVersion, versionIdPrefix);
    const version = await this.drafts.readVersion(tx, input.sourceVersion);
    const sourceVersionId = versionUuid(input.sourceVersion);
    if (!version || !sourceVersionId) throw new NotFound();
    const sourceRef = version.intervention;
    if (sourceRef === record.sourceRef) throw badInput('input.sourceVersion', 'It starts from this one already');

    const there = await tx.findBy(FurtherSourceRecord, { adaptationRef: record.ref });
    if (there.length >= mostSources && !there.some((one) => one.sourceRef === sourceRef))
      throw badInput('input.sourceVersion', `It draws on ${mostSources} already. Take one away first`);
    const source = { adaptationRef: record.ref, sourceRef, sourceVersionId, what: input.what?.trim() || null };
    await tx.save(FurtherSourceRecord, { ...source, addedAt: at, addedBy: actor.ref }).catch(refuseCircle);
    return record.ref;
  }

  /** Takes one away. NOT_FOUND for what it does not draw on, and for what the actor cannot see. */
  async remove({ tx, actor }: Action, input: RemoveAdaptationSource): Promise<EntityRef> {
    const record = await this.store.open(tx, input.adaptation);
    const sourceRef = await this.access.requireVisible(tx, actor, input.source, interventionKind);
    const { affected } = await tx.delete(FurtherSourceRecord, { adaptationRef: record.ref, sourceRef });
    if (!affected) throw new NotFound();
    return record.ref;
  }
}

function refuseCircle(error: unknown): never {
  const isCircle =
    error instanceof QueryFailedError && (error.driverError as { constraint?: string }).constraint === 'no_circle';
  if (!isCircle) throw error;
  throw badInput(
    'input.sourceVersion',
    'It grew out of this adaptation, so this adaptation cannot have grown out of it',
  );
}
