/** Exchange on the web: on an intervention's page, the files that evaluators take away. */
import { lazy } from 'react';
import { defineWebPlugin } from '@hub/core/web';

export const exchangeWebPlugin = defineWebPlugin({
  id: 'exchange',
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
