/** Adds sites to the hub. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Directory, type Action } from '@hub/core/server';
import { siteRef } from '@hub/plugins/sites/contract';
import type { SiteFacts } from './site-facts';
import { SiteRecord } from './site.record';

export interface NewSite extends SiteFacts {
  readonly slug: string;
  readonly name: string;
  readonly careModels: readonly EntityRef[];
}

@Injectable()
export class SitesService {
  constructor(@Inject(Directory) private readonly directory: Directory) {}

  /** Adds a site that anyone may see, and gives its reference. Throws when there is one by that slug. */
  async add(action: Action, site: NewSite): Promise<EntityRef> {
    const { slug, name, careModels, population, ...facts } = site;
    const ref = siteRef(slug);
    await this.directory.put(action.tx, {
      ref,
      title: name,
      summary: facts.tagline ?? '',
      careModels,
      visibility: 'public',
      at: action.at,
    });
    await action.tx.insert(SiteRecord, {
      ref,
      ...facts,
      populationValue: population?.value ?? null,
      populationBasis: population?.basis ?? null,
      populationSegments: [...facts.populationSegments],
      localities: [...facts.localities],
      partners: [...facts.partners],
      contextFactors: [...facts.contextFactors],
      priorHistory: [...facts.priorHistory],
      engineRoom: [...facts.engineRoom],
    });
    return ref;
  }
}
