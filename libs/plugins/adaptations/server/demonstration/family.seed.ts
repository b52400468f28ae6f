/** Loads how learning travels in the demonstration, once all its adaptations are there, through the same services as people. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { actionOf } from '@hub/core/server';
import { InterventionDrafts, type InterventionText } from '@hub/plugins/interventions/contract';
import { memberRef } from '@hub/plugins/sites/contract';
import type { EntityManager } from 'typeorm';
import { AdaptationRecord } from '../adaptation.record';
import { BenefitService } from '../learning/benefit.service';
import { interventionInFile, morningOf } from './demonstration-course';
import { benefitsSaid, followings, laterVersions } from './demonstration-family';
import { FoldingService } from '../learning/folding.service';
import { FollowingService } from '../following/following.service';

/** The reference of each adaptation of the file, by its slug there. */
export type Loaded = ReadonlyMap<string, EntityRef>;

@Injectable()
export class FamilySeed {
  constructor(
    @Inject(InterventionDrafts) private readonly drafts: InterventionDrafts,
    @Inject(FoldingService) private readonly folding: FoldingService,
    @Inject(FollowingService) private readonly following: FollowingService,
    @Inject(BenefitService) private readonly benefit: BenefitService,
  ) {}

  async load(tx: EntityManager, loaded: Loaded): Promise<void> {
    for (const version of laterVersions) await this.publishLater(tx, loaded, version);
    for (const following of followings) await this.follow(tx, loaded, following);
    for (const { adaptation, by, on, benefit, words } of benefitsSaid) {
      const action = await actionOf(tx, memberRef(by), morningOf(on));
      await this.benefit.record(action, { adaptation: refOf(loaded, adaptation), benefit, words });
    }
  }

  private async publishLater(
    tx: EntityManager,
    loaded: Loaded,
    version: (typeof laterVersions)[number],
  ): Promise<void> {
    const { slug, by, on, note, section, from } = version;
    const action = await actionOf(tx, memberRef(by), morningOf(on));
    const { ref, revision } = await this.intervention(tx, interventionInFile(slug).ref);
    const part = { part: 'SECTION', ...section } as const;
    if (from)
      await this.folding.fold(action, {
        intervention: ref,
        adaptation: refOf(loaded, from),
        expectedRevision: revision,
        ...part,
      });
    else await this.drafts.revise(action, ref, { sections: [section] });
    await this.drafts.publishDraft(action, ref, note);
  }

  private async follow(
    tx: EntityManager,
    loaded: Loaded,
    { adaptation, by, on, choice }: (typeof followings)[number],
  ): Promise<void> {
    const action = await actionOf(tx, memberRef(by), morningOf(on));
    const record = await tx.findOneByOrFail(AdaptationRecord, { ref: refOf(loaded, adaptation) });
    const source = await this.intervention(tx, record.sourceRef);
    const result = record.resultRef ? await this.intervention(tx, record.resultRef) : null;
    await this.following.follow(action, {
      adaptation: record.ref,
      version: source.currentVersion?.id ?? '',
      choices: choice ? [{ part: 'SECTION', ...choice }] : [],
      expectedRevision: record.revision,
      expectedDraftRevision: result?.revision ?? null,
    });
  }

  private async intervention(tx: EntityManager, ref: EntityRef): Promise<InterventionText> {
    const found = await this.drafts.readIntervention(tx, ref);
    if (!found) throw new Error(`The demonstration has no ${ref}.`);
    return found;
  }
}

function refOf(loaded: Loaded, slug: string): EntityRef {
  const ref = loaded.get(slug);
  if (!ref) throw new Error(`The demonstration has no adaptation "${slug}".`);
  return ref;
}
