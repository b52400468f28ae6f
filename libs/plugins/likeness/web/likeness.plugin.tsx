/** Likeness on the web: cards on interventions and sites, and the whole lists behind them. */
import { lazy } from 'react';
import { defineWebPlugin } from '@hub/core/web';
import { adoptersPage, triedAlikePage } from '@hub/plugins/likeness/contract';

export const likenessWebPlugin = defineWebPlugin({
  id: 'likeness',
  pages: [
    { path: adoptersPage, title: 'Interventions', component: lazy(() => import('./adopters.page')) },
    { path: triedAlikePage, title: 'Sites', component: lazy(() => import('./tried.page')) },
  ],
  cards: [
    {
      id: 'likeness.adopters',
      kinds: ['intervention'],
      place: 'experience',
      order: 20,
      component: lazy(() => import('./adopters.card')),
    },
    {
      id: 'likeness.tried',
      kinds: ['site'],
      place: 'main',
      order: 40,
      component: lazy(() => import('./tried.card')),
    },
  ],
});
