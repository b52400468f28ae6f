/** Finds what a thread of the demonstration is about, as far as the hub that is being loaded has it. */
import { Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import type { Action } from '@hub/core/server';
import { demonstrationNetwork, type DemonstrationNetwork } from '@hub/demonstration';
import { interventionRef } from '@hub/plugins/interventions/contract';
import { siteRef } from '@hub/plugins/sites/contract';

type Thread = DemonstrationNetwork['threads'][number];

@Injectable()
export class DemonstrationSubjects {
  /** The adaptation, where one is named and its record is there, else the intervention; null when neither is. */
  async of(thread: Thread, action: Action): Promise<EntityRef | null> {
    const adaptation = thread.adaptationSlug ? await this.adaptation(thread.adaptationSlug, action) : null;
    return adaptation ?? this.intervention(thread.interventionSlug, action);
  }

  private async intervention(slug: string | null, action: Action): Promise<EntityRef | null> {
    const intervention = demonstrationNetwork.interventions.find((one) => one.slug === slug);
    if (!intervention) return null;
    return this.seen(action, 'e.ref = $2', interventionRef(siteRef(intervention.siteSlug), intervention.slug));
  }

  /** The site's adaptation within the source: whatever name it has been given. */
  private async adaptation(slug: string, action: Action): Promise<EntityRef | null> {
    const adaptation = demonstrationNetwork.adaptations.find((one) => one.slug === slug);
    const source = demonstrationNetwork.interventions.find((one) => one.slug === adaptation?.sourceInterventionSlug);
    if (!adaptation || !source) return null;
    const site = siteRef(adaptation.adoptingSiteSlug);
    const from = interventionRef(siteRef(source.siteSlug), source.slug);
    return this.seen(action, `e.kind = 'adaptation' AND e.owner_ref = $2 AND $3 = ANY(e.within)`, site, from);
  }

  private async seen({ tx, actor }: Action, which: string, ...values: readonly EntityRef[]): Promise<EntityRef | null> {
    const rows: { ref: EntityRef }[] = await tx.query(
      `SELECT e.ref FROM core.entity e WHERE ${which} AND e.needs <@ $1::text[]`,
      [actor.keys, ...values],
    );
    return rows[0]?.ref ?? null;
  }
}
