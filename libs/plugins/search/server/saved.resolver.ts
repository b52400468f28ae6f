/** The mutations of saved searches. */
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { InAction, type Action } from '@hub/core/server';
import { SavedSearchService, type SaveSearch } from './saved.service';

interface OneSearch {
  readonly savedSearch: string;
}

@Resolver()
export class SavedSearchResolver {
  constructor(@Inject(SavedSearchService) private readonly saved: SavedSearchService) {}

  @Mutation()
  async saveSearch(@Args('input') input: SaveSearch, @InAction() action: Action) {
    return { savedSearch: await this.saved.save(action, input) };
  }

  @Mutation()
  async lookAtSavedSearch(@Args('input') { savedSearch }: OneSearch, @InAction() action: Action) {
    return { savedSearch: await this.saved.lookAt(action, savedSearch) };
  }

  @Mutation()
  async removeSavedSearch(@Args('input') { savedSearch }: OneSearch, @InAction() action: Action) {
    return { removed: await this.saved.remove(action, savedSearch) };
  }
}
