/** The web part of search: the page that the box on every page leads to, and the searches that one keeps. */
import { lazy } from 'react';
import { defineWebPlugin } from '@hub/core/web';
import { savedSearchKind, savedSearchPage } from '@hub/plugins/search/contract';
import { SavedSearchMentionFragmentDoc, type SavedSearchMentionFragment } from './mention.generated';

const title = 'Search';

export const searchWebPlugin = defineWebPlugin({
  id: 'search',
  pages: [
    { path: '/search', title, component: lazy(() => import('./search.page')) },
    { path: '/searches', title, signedIn: true, component: lazy(() => import('./saved-searches.page')) },
    { path: savedSearchPage, title, signedIn: true, component: lazy(() => import('./saved-search.page')) },
  ],
  entityPages: [{ kind: savedSearchKind, path: savedSearchPage }],
  mentions: [
    {
      kind: savedSearchKind,
      typename: 'SavedSearch',
      fragment: SavedSearchMentionFragmentDoc,
      words: (saved: SavedSearchMentionFragment) => saved.name,
    },
  ],
  similar: lazy(() => import('./similar')),
});
