/** Search: one box for everything that the viewer may see. */
import { contribute, definePlugin, entityChanged } from '@hub/core/server';
import { personalData } from '@hub/plugins/identity/contract';
import { searchDocuments } from '@hub/plugins/search/contract';
import sdl from '@hub/plugins/search/contract/schema.graphql';
import { DocumentRecord } from './document.record';
import { IndexEntity } from './index-entity.handler';
import { SearchIndex } from './search-index';
import { searchMigrations } from './search.migrations';
import { SearchPersonalData } from './search.personal-data';
import { searchCountRead, searchCountsRoot } from './search-counts.read';
import { kindFilter, searchEdgeRead, searchMatchRead, searchRoot, suggestionRoot } from './search.read';
import { searchableKinds } from './search.schema';
import { similarRoot } from './similar.read';

export const searchPlugin = definePlugin({
  id: 'search',
  needs: ['sites'],
  uses: ['identity'],
  schema: sdl,
  composedSchema: searchableKinds,
  records: [DocumentRecord],
  migrations: searchMigrations,
  reads: [searchEdgeRead, searchMatchRead, searchCountRead],
  composedReads: (plugins) => [kindFilter(plugins)],
  roots: { search: searchRoot, similar: similarRoot, searchCounts: searchCountsRoot, searchSuggestion: suggestionRoot },
  providers: [SearchIndex, IndexEntity],
  handlers: [{ event: entityChanged.name, handler: IndexEntity }],
  offers: [searchDocuments],
  contributes: [contribute(personalData, SearchPersonalData)],
});
