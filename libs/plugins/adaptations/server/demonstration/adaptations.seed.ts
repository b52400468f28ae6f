/** Loads the demonstration's adaptations, and the interventions that came out of three of them. */
import { Inject, Injectable } from '@nestjs/common';
import { nameOf, type EntityRef } from '@hub/core/contract';
import { actionOf, type DemonstrationSeed } from '@hub/core/server';
import { demonstrationDraft, InterventionDrafts } from '@hub/plugins/interventions/contract';
import { siteRef } from '@hub/plugins/sites/contract';
import type { EntityManager } from 'typeorm';
import { AdaptationsService } from '../adaptations.service';
import {
  after,
  assessingOf,
  decisionOf,
  firstOf,
  inOrderOfDescent,
  interventionInFile,
  outcomeOf,
  startOf,
  workersOn,
  type AdaptationInFile,
  type Move,
} from './demonstration-course';
import { endingOf, grownFrom } from './demonstration-endings';
import { alsoDrawnOnBy } from './demonstration-family';
import { changesOf, findingsOf } from './demonstration-findings';
import { EndingsService } from '../stages/endings.service';
import { CheckInsSeed } from './check-ins.seed';
import { FamilySeed } from './family.seed';
import { FindingsService } from '../suitability/findings.service';
import { SourcesService } from '../sources/sources.service';
import { StagesService } from '../stages/stages.service';

interface Ended {
  readonly adaptation: EntityRef;
  readonly written: AdaptationInFile;
}

@Injectable()
export class AdaptationsSeed implements DemonstrationSeed {
  constructor(
    @Inject(AdaptationsService) private readonly adaptations: AdaptationsService,
    @Inject(EndingsService) private readonly endings: EndingsService,
    @Inject(FindingsService) private readonly findings: FindingsService,
    @Inject(StagesService) private readonly stages: StagesService,
    @Inject(CheckInsSeed) private readonly checkIns: CheckInsSeed,
    @Inject(FamilySeed) private readonly family: FamilySeed,
    @Inject(SourcesService) private readonly sources: SourcesService,
    @Inject(InterventionDrafts) private readonly drafts: InterventionDrafts,
  ) {}

  async load(tx: EntityManager): Promise<void> {
    const ended: Ended[] = [];
    const loaded = new Map<string, EntityRef>();
    for (const written of inOrderOfDescent()) {
      const adaptation = await this.adapt(tx, written);
      loaded.set(written.slug, adaptation);
      if (grownFrom(written).length > 0) ended.push({ adaptation, written });
    }
    for (const { adaptation, written } of ended) await this.sayWhatGrew(tx, adaptation, written);
    await this.family.load(tx, loaded);
    await this.checkIns.load(tx);
  }

  /** Once it is there: the failure is told with what came out of it. */
  private async sayWhatGrew(tx: EntityManager, adaptation: EntityRef, written: AdaptationInFile): Promise<void> {
    const [lead] = workersOn(written);
    const { ending } = endingOf(written);
    const grew = grownFrom(written);
    const [first] = grew;
    if (!ending || !first) return;
    const at = firstOf(interventionInFile(nameOf(first)).facts.startedOn);
    await this.endings.record(await actionOf(tx, lead, after(at, 60)), { adaptation, ending: { ...ending, grew } });
  }

  private async adapt(tx: EntityManager, written: AdaptationInFile): Promise<EntityRef> {
    const [lead, ...others] = workersOn(written);
    const workers = [...others, lead];
    const adaptation = await this.start(tx, written, lead);
    await this.move(tx, adaptation, lead, assessingOf(written));
    for (const [turn, { at, fact }] of findingsOf(written).entries()) {
      const action = await actionOf(tx, workers[turn % workers.length] ?? lead, at);
      await this.findings.recordSuitability(action, { adaptation, ...fact });
    }
    const decision = decisionOf(written);
    if (!decision) return adaptation;
    await this.move(tx, adaptation, lead, decision, written.resultingInterventionSlug);
    for (const { slug, what } of alsoDrawnOnBy(written.slug)) {
      const sourceVersion = await this.currentVersionOf(tx, slug);
      await this.sources.add(await actionOf(tx, lead, after(decision.at, 30)), { adaptation, sourceVersion, what });
    }
    for (const [turn, change] of changesOf(written).entries()) {
      const action = await actionOf(tx, workers[turn % workers.length] ?? lead, after(decision.at, 60 + turn));
      await this.findings.recordModification(action, { adaptation, ...change });
    }
    if (written.resultingInterventionSlug) await this.publish(tx, adaptation, lead, written.resultingInterventionSlug);
    const outcome = outcomeOf(written);
    if (outcome) await this.move(tx, adaptation, lead, outcome);
    return adaptation;
  }

  private async start(tx: EntityManager, written: AdaptationInFile, by: EntityRef): Promise<EntityRef> {
    return this.adaptations.start(await actionOf(tx, by, startOf(written)), {
      sourceVersion: await this.currentVersionOf(tx, written.sourceInterventionSlug),
      site: siteRef(written.adoptingSiteSlug),
      why: written.suitability.dataAudit.question,
    });
  }

  private async currentVersionOf(tx: EntityManager, slug: string): Promise<string> {
    const source = await this.drafts.readIntervention(tx, interventionInFile(slug).ref);
    if (!source?.currentVersion) throw new Error(`"${slug}" is not published.`);
    return source.currentVersion.id;
  }

  private async move(
    tx: EntityManager,
    adaptation: EntityRef,
    by: EntityRef,
    move: Move,
    result?: string | null,
  ): Promise<void> {
    const { at, ...said } = move;
    await this.stages.move(await actionOf(tx, by, at), { adaptation, ...said }, result ?? undefined);
  }

  /** The result as the file tells it, published in the month in which it began and tested from that day. */
  private async publish(tx: EntityManager, adaptation: EntityRef, by: EntityRef, slug: string): Promise<void> {
    const { facts, ref } = interventionInFile(slug);
    const { site: _site, slug: _slug, ...draft } = demonstrationDraft(facts);
    const action = await actionOf(tx, by, firstOf(facts.startedOn));
    await this.drafts.revise(action, ref, draft);
    await this.adaptations.publish(action, { adaptation, title: draft.title, summary: draft.summary });
    await this.move(tx, adaptation, by, { stage: 'TESTING', at: after(action.at, 30), learned: null });
  }
}
