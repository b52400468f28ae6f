/** Search: one box for everything that the viewer may see. */
import { contribute, definePlugin, entityChanged } from '@hub/core/server';
import { personalData } from '@hub/plugins/identity/contract';
import { savedSearchKind, savedSearchPage, searchDocuments, searchFound } from '@hub/plugins/search/contract';
import sdl from '@hub/plugins/search/contract/schema.graphql';
import { notices } from '@hub/plugins/subscriptions/contract';
import { DocumentRecord } from './document.record';
import { IndexEntity } from './index-entity.handler';
import { SavedSearchNotice } from './saved.notice';
import { savedSearchesRoot, savedSearchRead } from './saved.read';
import { SavedRecord } from './saved.record';
import { SavedSearchSeed } from './saved.seed';
import { SavedSearchResolver } from './saved.resolver';
import { SavedSearchService } from './saved.service';
import { SearchIndex } from './search-index';
import { searchMigrations } from './search.migrations';
import { SearchPersonalData } from './search.personal-data';
import { searchCountRead, searchCountsRoot } from './search-counts.read';
import { searchEdgeRead, searchMatchRead, searchRoot, suggestionRoot } from './search.read';
import { searchableKinds } from './search.schema';
import { similarRoot } from './similar.read';

export const searchPlugin = definePlugin({
  id: 'search',
  needs: ['sites'],
  uses: ['identity', 'subscriptions'],
  kinds: [
    {
      ...{ kind: savedSearchKind, type: 'SavedSearch', page: savedSearchPage },
      ...{ followable: true, followedWhy: 'Because of your saved search' },
    },
  ],
  schema: sdl,
  composedSchema: searchableKinds,
  records: [DocumentRecord, SavedRecord],
  migrations: searchMigrations,
  reads: [searchEdgeRead, searchMatchRead, searchCountRead, savedSearchRead],
  roots: {
    search: searchRoot,
    similar: similarRoot,
    searchCounts: searchCountsRoot,
    searchSuggestion: suggestionRoot,
    savedSearches: savedSearchesRoot,
  },
  resolvers: [SavedSearchResolver],
  events: [searchFound],
  providers: [SearchIndex, IndexEntity, SavedSearchService],
  handlers: [{ event: entityChanged.name, handler: IndexEntity }],
  offers: [searchDocuments],
  contributes: [contribute(personalData, SearchPersonalData), contribute(notices, SavedSearchNotice)],
  seed: SavedSearchSeed,
});
