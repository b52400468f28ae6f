/** An adaptation begins, and what came of it is published. In between it goes from stage to stage: stages.service. */
import { Inject, Injectable } from '@nestjs/common';
import { nameOf, type EntityRef, type Visibility } from '@hub/core/contract';
import { Access, badInput, Directory, NotFound, Outbox, type Action } from '@hub/core/server';
import { InterventionDrafts, versionIdPrefix, versionUuid, type Maturity } from '@hub/plugins/interventions/contract';
import { siteNamed } from '@hub/plugins/sites/contract';
import type { EntityManager } from 'typeorm';
import {
  adaptationPublished,
  adaptationRef,
  adaptationStarted,
  adaptsRelation,
} from '@hub/plugins/adaptations/contract';
import type { AdaptationRecord } from './adaptation.record';
import { AdaptationStore } from './adaptation.store';
import { CoreLeftOut } from './changes/core-left-out';
import { chosenVisibility } from './publish/result.rules';
import { publishProblem } from './stages/stage.rules';
import { textOrNull } from './text-or-null';

export interface StartAdaptation {
  readonly sourceVersion: string;
  readonly site: string;
  readonly why?: string | null;
}

export interface PublishAdaptation {
  readonly adaptation: EntityRef;
  readonly title: string;
  readonly summary: string;
  readonly changeNote?: string | null;
  readonly visibility?: Uppercase<Visibility> | null;
  readonly maturity?: Maturity | null;
  readonly expectedRevision?: number | null;
}

@Injectable()
export class AdaptationsService {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(AdaptationStore) private readonly store: AdaptationStore,
    @Inject(CoreLeftOut) private readonly core: CoreLeftOut,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(InterventionDrafts) private readonly drafts: InterventionDrafts,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** Starts one and gives its reference. NOT_FOUND for a version the actor cannot see, BAD_USER_INPUT for one that was withdrawn, CONFLICT when one is at work already. */
  async start(action: Action, input: StartAdaptation): Promise<EntityRef> {
    const { tx, actor, at } = action;
    await this.access.requireVisible(tx, actor, input.sourceVersion, versionIdPrefix);
    const version = await this.drafts.readVersion(tx, input.sourceVersion);
    const sourceVersionId = versionUuid(input.sourceVersion);
    if (!version || !sourceVersionId) throw new NotFound();

    await this.drafts.requireNotWithdrawn(tx, version.intervention, 'input.sourceVersion');
    const siteRef = siteNamed(input.site);
    await this.store.requireNoneAtWork(tx, version.intervention, siteRef);
    const record: AdaptationRecord = {
      ref: await this.freeRef(tx, siteRef, nameOf(version.intervention)),
      sourceRef: version.intervention,
      sourceVersionId,
      sourceNumber: version.number,
      siteRef,
      resultRef: null,
      why: textOrNull(input.why),
      stage: 'CONSIDERING',
      decision: null,
      revision: 1,
      startedAt: at,
      sharedAt: null,
      publishedAt: null,
    };
    await this.store.add(action, record);
    await this.directory.link(tx, record.ref, adaptsRelation, record.sourceRef);
    await this.store.remember(action, record, {});
    const facts = { source: record.sourceRef, site: siteRef, version: input.sourceVersion };
    await this.outbox.add(tx, { name: adaptationStarted.name, subject: record.ref, actor: actor.ref, at, facts });
    return record.ref;
  }

  /** Publishes its result under this title. BAD_USER_INPUT without a result, or naming the sections that lack text. */
  async publish(action: Action, input: PublishAdaptation): Promise<EntityRef> {
    const { tx, actor, at } = action;
    const visibility = chosenVisibility(input.visibility);
    const record = await this.store.open(tx, input.adaptation, input.expectedRevision);
    const problem = publishProblem(record);
    if (problem !== null || record.resultRef === null)
      throw badInput('input.adaptation', problem ?? 'There is nothing to publish');

    const { title, summary, maturity } = input;
    await this.drafts.revise(action, record.resultRef, {
      ...{ title, summary },
      ...(maturity ? { maturity } : {}),
      ...(visibility ? { visibility } : {}),
    });
    await this.drafts.publishDraft(action, record.resultRef, input.changeNote);
    await this.markPublished({ tx, at }, record, actor.ref);
    return record.ref;
  }

  /** The result was published, here or as any intervention is: from now on the record is seen as the result is. */
  async markPublished(
    { tx, at }: Pick<Action, 'tx' | 'at'>,
    record: AdaptationRecord,
    by: EntityRef | null,
  ): Promise<void> {
    if (record.resultRef === null) return;
    const first = record.publishedAt === null;
    record.publishedAt ??= at;
    await this.store.save({ tx, at }, record);
    const facts = { source: record.sourceRef, result: record.resultRef, first };
    await this.outbox.add(tx, { name: adaptationPublished.name, subject: record.ref, actor: by, at, facts });
    await this.core.tell({ tx, at }, record, by);
  }

  /** The first free name, at this site, after the source's. Callers hold the site's lock. */
  private async freeRef(tx: EntityManager, site: EntityRef, name: string): Promise<EntityRef> {
    for (let attempt = 1; ; attempt += 1) {
      const ref = adaptationRef(site, attempt === 1 ? name : `${name.slice(0, 110)}-${attempt}`);
      if (!(await this.directory.get(tx, ref))) return ref;
    }
  }
}
