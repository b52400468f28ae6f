/** Exchange on the web: the files that evaluators take away, and a description to print. */
import { lazy } from 'react';
import { defineWebPlugin } from '@hub/core/web';
import { importPage, tidierPage } from '@hub/plugins/exchange/contract';
import { interventionsList } from '@hub/plugins/interventions/contract';

export const exchangeWebPlugin = defineWebPlugin({
  id: 'exchange',
  pages: [
    { path: tidierPage, title: 'Interventions', component: lazy(() => import('./tidier.page')) },
    {
      path: importPage,
      title: 'Administration',
      signedIn: true,
      component: lazy(() => import('./import/import.page')),
    },
  ],
  listTools: [
    {
      id: 'exchange.list-files',
      list: interventionsList,
      order: 10,
      component: lazy(() => import('./list-files')),
    },
  ],
  cards: [
    {
      id: 'exchange.files',
      kinds: ['intervention'],
      place: 'main',
      order: 90,
      component: lazy(() => import('./files.card')),
    },
  ],
});
