/** Evaluations on the web: reading and writing them, and their place on the pages of what they are about. */
import { lazy } from 'react';
import { defineWebPlugin } from '@hub/core/web';
import { evaluatedKinds, evaluationKind, evaluationPage } from '@hub/plugins/evaluation/contract';
import { EvaluationHit } from './evaluation-hit';
import {
  EvaluationHitFragmentDoc,
  EvaluationMentionFragmentDoc,
  type EvaluationMentionFragment,
} from './evaluation-parts.generated';

const title = 'Evaluations';

export const evaluationWebPlugin = defineWebPlugin({
  id: 'evaluation',
  pages: [
    {
      path: '/evaluations',
      title,
      component: lazy(() => import('./evaluations.page')),
      nav: { group: 'menu', label: title, order: 50 },
    },
    { path: '/evaluations/new', title, component: lazy(() => import('./write/new.page')), signedIn: true },
    { path: evaluationPage, title, component: lazy(() => import('./evaluation.page')) },
    { path: `${evaluationPage}/edit`, title, component: lazy(() => import('./write/edit.page')), signedIn: true },
    { path: `${evaluationPage}/publish`, title, component: lazy(() => import('./write/publish.page')), signedIn: true },
    {
      path: `${evaluationPage}/withdraw`,
      title,
      component: lazy(() => import('./write/withdraw.page')),
      signedIn: true,
    },
  ],
  entityPages: [{ kind: evaluationKind, path: evaluationPage }],
  cards: [
    {
      id: 'evaluation.about',
      kinds: evaluatedKinds,
      place: 'main',
      order: 20,
      component: lazy(() => import('./cards/subject-evaluations.card')),
    },
    {
      id: 'evaluation.of-site',
      kinds: ['site'],
      place: 'main',
      order: 40,
      component: lazy(() => import('./cards/site-evaluations.card')),
    },
  ],
  searchResults: [
    {
      kind: evaluationKind,
      typename: 'Evaluation',
      fragment: EvaluationHitFragmentDoc,
      component: EvaluationHit,
    },
  ],
  mentions: [
    {
      kind: evaluationKind,
      typename: 'Evaluation',
      fragment: EvaluationMentionFragmentDoc,
      words: (mentioned: EvaluationMentionFragment) => mentioned.title,
    },
  ],
  homeSections: [
    {
      id: 'evaluation.our-drafts',
      group: 'waiting',
      order: 35,
      component: lazy(() => import('./cards/our-drafts.section')),
    },
  ],
});
