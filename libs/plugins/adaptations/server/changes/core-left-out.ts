/** Tells the originator of core parts that a site left out, as soon as the originator may see the record, once for each. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Outbox, type Action } from '@hub/core/server';
import { adaptationLeftOutCore } from '@hub/plugins/adaptations/contract';
import { componentsView } from '@hub/plugins/interventions/contract';
import { IsNull, Not } from 'typeorm';
import type { AdaptationRecord } from '../adaptation.record';
import { ModificationRecord } from '../suitability/findings.records';

@Injectable()
export class CoreLeftOut {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  /** Nothing before the record is shared or published: then it waits for the change that opens it. */
  async tell({ tx, at }: Pick<Action, 'tx' | 'at'>, record: AdaptationRecord, actor: EntityRef | null): Promise<void> {
    if (!record.sharedAt && !record.publishedAt) return;
    const untold = { adaptationRef: record.ref, coreReason: Not(IsNull()), coreToldAt: IsNull() };
    const { affected } = await tx.update(ModificationRecord, untold, { coreToldAt: at });
    if (affected) await this.raise({ tx, at }, record, actor);
  }

  /** A version of the result was published without something core that the one before it had, and no change says so. */
  async tellOfText(
    { tx, at }: Pick<Action, 'tx' | 'at'>,
    record: AdaptationRecord,
    { number, actor }: Published,
  ): Promise<void> {
    const left: unknown[] = await tx.query(leftOutOfText, [
      ...[record.sourceVersionId, record.resultRef, number],
      record.ref,
    ]);
    if (left.length > 0) await this.raise({ tx, at }, record, actor);
  }

  private async raise({ tx, at }: Pick<Action, 'tx' | 'at'>, record: AdaptationRecord, actor: EntityRef | null) {
    const facts = { source: record.sourceRef };
    await this.outbox.add(tx, { name: adaptationLeftOutCore.name, subject: record.ref, actor, at, facts });
  }
}

/** One version of a result. */
interface Published {
  readonly number: number;
  readonly actor: EntityRef | null;
}

/** What the site's first version lacks is new to the originator; later on, what the version before still had. */
const leftOutOfText = `
  SELECT c.key FROM ${componentsView} c
  WHERE c.version_id = $1 AND c.core
    AND NOT EXISTS (SELECT 1 FROM ${componentsView} now WHERE now.intervention_ref = $2 AND now.number = $3 AND now.key = c.key)
    AND ($3 = 1 OR EXISTS (
      SELECT 1 FROM ${componentsView} before WHERE before.intervention_ref = $2 AND before.number = $3 - 1 AND before.key = c.key))
    AND NOT EXISTS (SELECT 1 FROM adaptations.modification m WHERE m.adaptation_ref = $4 AND m.left_out_keys @> ARRAY[c.key])`;
