/** Adaptations on the web: a site's record of trying what another site does, and what others can learn from it. */
import { lazy } from 'react';
import { defineWebPlugin, type PageDefinition } from '@hub/core/web';
import {
  adaptationEnded,
  adaptationKind,
  adaptationPage,
  adaptationWentQuiet,
  checkInAnswers,
  checkInLinkPath,
  checkInPage,
  checkInWords,
  pathOfCheckIn,
} from '@hub/plugins/adaptations/contract';
import { interventionPage } from '@hub/plugins/interventions/contract';
import { AdaptationHit } from './lists/adaptation-hit';
import { endedInShort } from './lists/ended-in-short';
import {
  AdaptationHitFragmentDoc,
  AdaptationMentionFragmentDoc,
  type AdaptationMentionFragment,
} from './lists/lists.generated';

const title = 'Adaptations';
const record = adaptationPage;

const pages: readonly PageDefinition[] = [
  { path: record, title, component: lazy(() => import('./record/adaptation.page')) },
  { path: `${record}/compare`, title, component: lazy(() => import('./texts/compare.page')) },
  { path: `${record}/newer`, title, component: lazy(() => import('./following/newer.page')) },
  { path: `${record}/research`, title, component: lazy(() => import('./research/research.page')) },
  { path: `${record}/suitability`, title, component: lazy(() => import('./suitability/findings.page')) },
  { path: checkInLinkPath, title, component: lazy(() => import('./check-ins/check-in-link.page')) },
];

const writingPages: readonly PageDefinition[] = [
  { path: `${interventionPage}/adapt`, title, component: lazy(() => import('./start/start.page')) },
  { path: `${record}/suitability/new`, title, component: lazy(() => import('./suitability/new-finding.page')) },
  { path: `${record}/suitability/:entry`, title, component: lazy(() => import('./suitability/edit-finding.page')) },
  { path: `${record}/changes/new`, title, component: lazy(() => import('./changes/new-change.page')) },
  { path: `${record}/changes/:change`, title, component: lazy(() => import('./changes/change.page')) },
  { path: `${record}/changes/:change/parts`, title, component: lazy(() => import('./changes/parts.page')) },
  { path: `${record}/benefit`, title, component: lazy(() => import('./learning/benefit.page')) },
  { path: `${record}/sources`, title, component: lazy(() => import('./sources/sources.page')) },
  { path: `${interventionPage}/fold`, title, component: lazy(() => import('./learning/fold.page')) },
  { path: checkInPage, title, component: lazy(() => import('./check-ins/check-in.page')) },
  { path: `${record}/stage`, title, component: lazy(() => import('./stages/stage.page')) },
  { path: `${record}/tasks`, title, component: lazy(() => import('./tasks/who-does-what.page')) },
  { path: `${record}/ending`, title, component: lazy(() => import('./stages/ending.page')) },
  { path: `${record}/sections`, title, component: lazy(() => import('./texts/sections.page')) },
  { path: `${record}/sections/:key`, title, component: lazy(() => import('./texts/section.page')) },
  { path: `${record}/publish`, title, component: lazy(() => import('./publish/publish.page')) },
];

export const adaptationsWebPlugin = defineWebPlugin({
  id: 'adaptations',
  pages: [...pages, ...writingPages.map((page) => ({ ...page, signedIn: true }))],
  entityPages: [{ kind: adaptationKind, path: record }],
  actions: [
    {
      id: 'adaptations.adapt',
      kinds: ['intervention'],
      order: 10,
      component: lazy(() => import('./start/adapt.action')),
    },
  ],
  cards: [
    {
      id: 'adaptations.origin',
      kinds: ['intervention'],
      place: 'origin',
      order: 10,
      component: lazy(() => import('./origin/origin.card')),
    },
    {
      id: 'adaptations.brief',
      kinds: ['intervention'],
      place: 'brief',
      order: 10,
      component: lazy(() => import('./cards/brief.card')),
    },
    {
      id: 'adaptations.experience',
      kinds: ['intervention'],
      place: 'experience',
      order: 10,
      component: lazy(() => import('./cards/experience.card')),
    },
    {
      id: 'adaptations.parts',
      kinds: ['intervention'],
      place: 'experience',
      order: 15,
      component: lazy(() => import('./learning/parts.card')),
    },
    {
      id: 'adaptations.taken-in',
      kinds: ['intervention'],
      place: 'writing',
      order: 5,
      component: lazy(() => import('./learning/taken-in.card')),
    },
    {
      id: 'adaptations.family',
      kinds: ['intervention'],
      place: 'main',
      order: 10,
      component: lazy(() => import('./family/family.card')),
    },
    {
      id: 'adaptations.of-site',
      kinds: ['site'],
      place: 'main',
      order: 30,
      component: lazy(() => import('./cards/site-adaptations.card')),
    },
    {
      id: 'adaptations.of-care-model',
      kinds: ['care-model'],
      place: 'main',
      order: 10,
      component: lazy(() => import('./cards/care-model-experience.card')),
    },
    {
      id: 'adaptations.stalled',
      kinds: ['community', 'care-model'],
      place: 'work-list',
      order: 40,
      component: lazy(() => import('./stalled/stalled.card')),
    },
  ],
  searchResults: [
    { kind: 'adaptation', typename: 'Adaptation', fragment: AdaptationHitFragmentDoc, component: AdaptationHit },
  ],
  mentions: [
    {
      kind: 'adaptation',
      typename: 'Adaptation',
      fragment: AdaptationMentionFragmentDoc,
      words: (adaptation: AdaptationMentionFragment) => adaptation.title,
    },
  ],
  notices: [
    { event: adaptationEnded.name, typename: 'Adaptation', words: endedInShort },
    {
      ...{ event: adaptationWentQuiet.name, typename: 'Adaptation', words: () => null, to: pathOfCheckIn },
      answers: (id) =>
        checkInAnswers.map((answer) => ({
          ...{ label: checkInWords[answer], to: `${pathOfCheckIn(id)}?answer=${answer}` },
        })),
    },
  ],
  homeSections: [
    {
      id: 'adaptations.ours',
      group: 'ours',
      order: 10,
      component: lazy(() => import('./cards/our-adaptations.section')),
    },
  ],
});
