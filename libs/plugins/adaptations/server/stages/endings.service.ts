/** Why a piece of work ended, what was tried and what grew from it: kept with the step that ended it, and corrected later. */
import { Inject, Injectable } from '@nestjs/common';
import { parseEntityRef, type EntityRef } from '@hub/core/contract';
import { Access, badInput, NotFound, type Action } from '@hub/core/server';
import { adaptationKind, endedStages, type EndingReason } from '@hub/plugins/adaptations/contract';
import { interventionKind } from '@hub/plugins/interventions/contract';
import { AdaptationStore } from '../adaptation.store';
import { EndingRecord, StageChangeRecord } from '../suitability/findings.records';
import { textOrNull } from '../text-or-null';

export interface EndingFacts {
  readonly reason: EndingReason;
  readonly words?: string | null;
  readonly tried?: string | null;
  readonly cameOfIt?: string | null;
  readonly grew?: readonly string[] | null;
}

export interface RecordEnding {
  readonly adaptation: EntityRef;
  readonly ending: EndingFacts;
  readonly expectedRevision?: number | null;
}

@Injectable()
export class EndingsService {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(AdaptationStore) private readonly store: AdaptationStore,
  ) {}

  /** Says, or says anew, how the present ending came about. BAD_USER_INPUT while it has not ended. */
  async record(action: Action, input: RecordEnding): Promise<EntityRef> {
    await this.requireGrown(action, input.adaptation, input.ending);
    const record = await this.store.open(action.tx, input.adaptation, input.expectedRevision);
    if (!endedStages.includes(record.stage)) {
      throw badInput('input.adaptation', 'It has not ended. Move it to "stopped" or "decided against" first');
    }
    const [step] = await action.tx.find(StageChangeRecord, {
      where: { adaptationRef: record.ref },
      order: { at: 'DESC', position: 'DESC' },
      take: 1,
    });
    if (!step) throw new Error(`${record.ref} has no history.`);
    await this.keep(action, record.ref, step.id, input.ending);
    await this.store.save(action, record);
    return record.ref;
  }

  /** Keeps an ending with the step that made it. What grew from it has been looked at before. */
  async keep(action: Action, adaptationRef: EntityRef, stageChangeId: string, ending: EndingFacts): Promise<void> {
    await action.tx.save(EndingRecord, {
      stageChangeId,
      adaptationRef,
      reason: ending.reason,
      words: textOrNull(ending.words),
      tried: textOrNull(ending.tried),
      cameOfIt: textOrNull(ending.cameOfIt),
      grew: [...new Set(ending.grew ?? [])] as EntityRef[],
    });
  }

  /** NOT_FOUND where it grew into what the actor cannot see, into what is no work of a site, or into itself. */
  async requireGrown({ tx, actor }: Action, itself: EntityRef, { grew }: EndingFacts): Promise<void> {
    for (const id of grew ?? []) {
      const kind = parseEntityRef(id)?.kind === adaptationKind ? adaptationKind : interventionKind;
      if (id === itself) throw new NotFound();
      await this.access.requireVisible(tx, actor, id, kind);
    }
  }
}
