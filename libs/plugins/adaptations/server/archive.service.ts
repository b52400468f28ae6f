/** Brings adaptations back as another hub knew them. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Conflict, Directory, type Action } from '@hub/core/server';
import {
  adaptsRelation,
  sharedStages,
  type AdaptationArchive,
  type ArchivedAdaptation,
} from '@hub/plugins/adaptations/contract';
import type { EntityManager } from 'typeorm';
import type { AdaptationRecord } from './adaptation.record';
import { AdaptationStore } from './adaptation.store';
import { BenefitRecord } from './learning/benefit.record';
import { EndingRecord, ModificationRecord, StageChangeRecord, SuitabilityRecord } from './suitability/findings.records';
import { FollowedVersionRecord } from './following/following.records';
import { FurtherSourceRecord } from './sources/further-source.record';

@Injectable()
export class ArchiveService implements AdaptationArchive {
  constructor(
    @Inject(AdaptationStore) private readonly store: AdaptationStore,
    @Inject(Directory) private readonly directory: Directory,
  ) {}

  /** CONFLICT when the id of something recorded in it is something else's here. */
  async restore(action: Pick<Action, 'at' | 'tx'>, adaptation: ArchivedAdaptation): Promise<void> {
    await requireFree(action.tx, adaptation);
    const record = recordOf(adaptation);
    await this.store.insert({ tx: action.tx, at: adaptation.startedAt }, record);
    await this.directory.link(action.tx, record.ref, adaptsRelation, record.sourceRef);
    await restoreSources(action.tx, adaptation);
    await this.restoreFindings(action.tx, adaptation);
    await restoreBenefit(action.tx, adaptation);
  }

  /** One after the other: the order of rows that were recorded at one time is that of their coming. */
  private async restoreFindings(tx: EntityManager, adaptation: ArchivedAdaptation): Promise<void> {
    const { ref: adaptationRef, suitability, modifications, history, startedAt } = adaptation;
    for (const entry of suitability)
      await tx.insert(SuitabilityRecord, {
        ...entry,
        figures: [...entry.figures],
        statements: [...entry.statements],
        compared: [...entry.compared],
        adaptationRef,
        recordedAt: startedAt,
      });
    for (const change of modifications)
      await tx.insert(ModificationRecord, {
        ...{
          ...change,
          codes: [...change.codes],
          sectionKeys: [...change.sectionKeys],
          componentKeys: [...change.componentKeys],
          leftOutKeys: [...change.leftOutKeys],
          coreToldAt: change.coreReason ? change.recordedAt : null,
          adaptationRef,
        },
      });
    for (const step of history) await restoreStep(tx, adaptationRef, step);
  }
}

/** What it draws on, and what it followed. */
async function restoreSources(tx: EntityManager, from: ArchivedAdaptation): Promise<void> {
  const { ref: adaptationRef, furtherSources, versionsFollowed } = from;
  for (const { source, ...said } of furtherSources)
    await tx.insert(FurtherSourceRecord, {
      ...{ ...said, adaptationRef, sourceRef: source.ref, sourceVersionId: source.version },
    });
  for (const { version, at, by, choices } of versionsFollowed)
    await tx.insert(FollowedVersionRecord, {
      ...{ adaptationRef, number: version.number, versionId: version.version, at, byRef: by, choices },
    });
}

/** Who said it, and when, is in no archive: it is put down with the last step. */
async function restoreBenefit(tx: EntityManager, from: ArchivedAdaptation): Promise<void> {
  const { ref: adaptationRef, benefit, benefitWords: words, history } = from;
  const last = history.at(-1);
  if (benefit && last) await tx.insert(BenefitRecord, { adaptationRef, benefit, words, at: last.at, byRef: last.by });
}

async function restoreStep(
  tx: EntityManager,
  adaptationRef: EntityRef,
  { by, ending, ...step }: ArchivedAdaptation['history'][number],
): Promise<void> {
  const id = randomUUID();
  await tx.insert(StageChangeRecord, { ...step, id, byRef: by, adaptationRef });
  if (ending) await tx.insert(EndingRecord, { ...ending, grew: [...ending.grew], stageChangeId: id, adaptationRef });
}

function recordOf(from: ArchivedAdaptation): AdaptationRecord {
  const { ref, source, site, result, why, stage, decision, shared, startedAt, publishedAt, history } = from;
  return {
    ...{ ref, sourceRef: source.ref, sourceVersionId: source.version, sourceNumber: source.number },
    ...{ siteRef: site, resultRef: result, why, stage, decision, revision: history.length, startedAt, publishedAt },
    sharedAt: shared
      ? (history.find((step) => sharedStages.includes(step.stage))?.at ?? publishedAt ?? startedAt)
      : null,
  };
}

async function requireFree(tx: EntityManager, { ref, suitability, modifications }: ArchivedAdaptation): Promise<void> {
  const taken: { id: string }[] = await tx.query(
    `SELECT id::text FROM adaptations.suitability WHERE id = ANY($1::uuid[])
     UNION ALL SELECT id::text FROM adaptations.modification WHERE id = ANY($2::uuid[])`,
    [suitability.map(({ id }) => id), modifications.map(({ id }) => id)],
  );
  if (taken[0]) throw new Conflict(`${taken[0].id}, of ${ref}, is in this hub already, as something else`);
}
