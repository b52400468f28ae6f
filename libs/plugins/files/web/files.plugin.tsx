/** Files on the web: listed where they belong, attached where that is written. */
import { lazy } from 'react';
import { defineWebPlugin } from '@hub/core/web';

export const filesWebPlugin = defineWebPlugin({
  id: 'files',
  cards: [
    {
      id: 'files.of-intervention',
      kinds: ['intervention'],
      place: 'main',
      order: 5,
      component: lazy(() => import('./reading/intervention-files.card')),
    },
    {
      id: 'files.of-version',
      kinds: ['version'],
      place: 'main',
      order: 5,
      component: lazy(() => import('./reading/version-files.card')),
    },
    {
      id: 'files.to-be-published',
      kinds: ['intervention'],
      place: 'checking',
      order: 10,
      component: lazy(() => import('./reading/checking-files.card')),
    },
    {
      id: 'files.in-writing',
      kinds: ['intervention'],
      place: 'writing',
      order: 10,
      component: lazy(() => import('./writing/writing-files.card')),
    },
  ],
});
