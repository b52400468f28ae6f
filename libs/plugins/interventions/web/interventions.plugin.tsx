/** Interventions on the web: reading, writing and publishing them, and what others show of them. */
import { lazy } from 'react';
import { defineWebPlugin } from '@hub/core/web';
import { interventionKind, interventionPage } from '@hub/plugins/interventions/contract';
import { CareModelInterventionCount } from './cards/care-model-count';
import { InterventionHitFragmentDoc, InterventionMentionFragmentDoc } from './intervention-parts.generated';
import type { InterventionMentionFragment } from './intervention-parts.generated';
import { InterventionHit } from './intervention-hit';

const title = 'Interventions';

export const interventionsWebPlugin = defineWebPlugin({
  id: 'interventions',
  pages: [
    {
      path: '/interventions',
      title,
      component: lazy(() => import('./list/interventions.page')),
      nav: { group: 'menu', label: title, order: 20 },
    },
    { path: '/interventions/new', title, component: lazy(() => import('./write/new.page')), signedIn: true },
    { path: interventionPage, title, component: lazy(() => import('./page/intervention.page')) },
    { path: `${interventionPage}/edit`, title, component: lazy(() => import('./write/edit.page')), signedIn: true },
    {
      path: `${interventionPage}/edit/:part`,
      title,
      component: lazy(() => import('./write/edit-part.page')),
      signedIn: true,
    },
    {
      path: `${interventionPage}/publish`,
      title,
      component: lazy(() => import('./write/publish.page')),
      signedIn: true,
    },
    {
      path: `${interventionPage}/visibility`,
      title,
      component: lazy(() => import('./visibility/visibility.page')),
      signedIn: true,
    },
    {
      path: `${interventionPage}/withdraw`,
      title,
      component: lazy(() => import('./withdraw/withdraw.page')),
      signedIn: true,
    },
    {
      path: `${interventionPage}/versions/:number`,
      title,
      component: lazy(() => import('./versions/version.page')),
    },
    { path: `${interventionPage}/compare`, title, component: lazy(() => import('./versions/compare.page')) },
  ],
  entityPages: [{ kind: interventionKind, path: interventionPage }],
  cards: [
    {
      id: 'interventions.care-model-count',
      kinds: ['care-model'],
      place: 'facts',
      order: 20,
      component: CareModelInterventionCount,
    },
    {
      id: 'interventions.of-care-model',
      kinds: ['care-model'],
      place: 'main',
      order: 30,
      component: lazy(() => import('./cards/care-model-interventions')),
    },
    {
      id: 'interventions.of-site',
      kinds: ['site'],
      place: 'main',
      order: 20,
      component: lazy(() => import('./cards/site-interventions')),
    },
  ],
  searchResults: [
    {
      kind: 'intervention',
      typename: 'Intervention',
      fragment: InterventionHitFragmentDoc,
      component: InterventionHit,
    },
  ],
  mentions: [
    {
      kind: 'intervention',
      typename: 'Intervention',
      fragment: InterventionMentionFragmentDoc,
      words: (intervention: InterventionMentionFragment) => intervention.title,
    },
  ],
  homeSections: [
    {
      id: 'interventions.latest',
      group: 'public',
      order: 10,
      component: lazy(() => import('./home/latest.section')),
    },
    {
      id: 'interventions.our-drafts',
      group: 'waiting',
      order: 30,
      component: lazy(() => import('./home/our-drafts.section')),
    },
  ],
});
