/** Loads the demonstration network's interventions, but for those that came out of an adaptation: these are made by adapting. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { actionOf, type DemonstrationSeed } from '@hub/core/server';
import { demonstrationNetwork } from '@hub/demonstration';
import {
  demonstrationAuthor,
  demonstrationDraft,
  type DemonstrationIntervention,
} from '@hub/plugins/interventions/contract';
import { memberRef } from '@hub/plugins/sites/contract';
import type { EntityManager } from 'typeorm';
import { DraftsService } from './writing/drafts.service';

@Injectable()
export class InterventionsSeed implements DemonstrationSeed {
  constructor(@Inject(DraftsService) private readonly drafts: DraftsService) {}

  async load(tx: EntityManager): Promise<void> {
    for (const intervention of withoutResults()) await this.publish(tx, intervention);
  }

  private async publish(tx: EntityManager, intervention: DemonstrationIntervention): Promise<void> {
    const began = new Date(`${intervention.startedOn}-01T09:00:00.000Z`);
    const action = await actionOf(tx, demonstrationAuthor(intervention), began);
    const ref = await this.drafts.createDraft(action, demonstrationDraft(intervention));
    await this.drafts.publishDraft(action, ref);
    if (intervention.withdrawn) await this.withdraw(tx, ref, intervention.withdrawn);
  }

  private async withdraw(
    tx: EntityManager,
    ref: EntityRef,
    { on, bySlug, reason }: NonNullable<DemonstrationIntervention['withdrawn']>,
  ): Promise<void> {
    const action = await actionOf(tx, memberRef(bySlug), new Date(`${on}T15:00:00.000Z`));
    await this.drafts.withdraw(action, ref, reason);
  }
}

/** Oldest first. */
function withoutResults(): DemonstrationIntervention[] {
  const results = new Set(
    demonstrationNetwork.adaptations.map(({ resultingInterventionSlug }) => resultingInterventionSlug),
  );
  return demonstrationNetwork.interventions
    .filter(({ slug }) => !results.has(slug))
    .sort((a, b) => a.startedOn.localeCompare(b.startedOn, 'en'));
}
