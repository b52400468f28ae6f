/** The web part of search: the page that the box on every page leads to. */
import { lazy } from 'react';
import { defineWebPlugin } from '@hub/core/web';

export const searchWebPlugin = defineWebPlugin({
  id: 'search',
  pages: [{ path: '/search', title: 'Search', component: lazy(() => import('./search.page')) }],
  similar: lazy(() => import('./similar')),
});
