/** Loads the searches that members of the demonstration network keep, and follow where the hub has news. All invented. */
import { Inject, Injectable, Optional } from '@nestjs/common';
import { actionOf, type DemonstrationSeed } from '@hub/core/server';
import { demonstrationSearches } from '@hub/demonstration';
import { memberRef } from '@hub/plugins/sites/contract';
import { Follows } from '@hub/plugins/subscriptions/contract';
import type { EntityManager } from 'typeorm';
import { SavedSearchService } from './saved.service';

@Injectable()
export class SavedSearchSeed implements DemonstrationSeed {
  constructor(
    @Inject(SavedSearchService) private readonly saved: SavedSearchService,
    @Optional() @Inject(Follows) private readonly follows: Follows | null,
  ) {}

  async load(tx: EntityManager): Promise<void> {
    for (const { by, at, name, text, kinds } of demonstrationSearches) {
      const action = await actionOf(tx, memberRef(by), new Date(at));
      const targetId = await this.saved.save(action, { name, text, kinds });
      await this.follows?.follow(action, { targetId, level: 'WATCHING' });
    }
  }
}
