/** Likeness on the web: the order of those that took an intervention up, and what was tried at sites like one. */
import { lazy } from 'react';
import { defineWebPlugin } from '@hub/core/web';
import { adoptersList } from '@hub/plugins/adaptations/contract';
import { triedAlikePage } from '@hub/plugins/likeness/contract';

export const likenessWebPlugin = defineWebPlugin({
  id: 'likeness',
  pages: [{ path: triedAlikePage, title: 'Sites', component: lazy(() => import('./tried.page')) }],
  listNotes: [{ list: adoptersList, component: lazy(() => import('./adopters.notes')) }],
  cards: [
    {
      id: 'likeness.tried',
      kinds: ['site'],
      place: 'main',
      order: 40,
      component: lazy(() => import('./tried.card')),
    },
  ],
});
