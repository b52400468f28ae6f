/** The web part of communities: their pages, and their place on the pages of others. */
import { lazy } from 'react';
import { defineWebPlugin } from '@hub/core/web';
import { communityAsked, communityKind, communityPage } from '@hub/plugins/communities/contract';
import {
  CommunityHitFragmentDoc,
  CommunityMentionFragmentDoc,
  type CommunityMentionFragment,
} from './community-parts.generated';
import { CommunityHit } from './community-hit';

const title = 'Communities';
const inside = { title, signedIn: true } as const;

export const communitiesWebPlugin = defineWebPlugin({
  id: 'communities',
  pages: [
    {
      path: '/communities',
      title,
      component: lazy(() => import('./communities.page')),
      nav: { group: 'menu', label: title, order: 45 },
    },
    { path: '/communities/new', ...inside, component: lazy(() => import('./new-community.page')) },
    { path: communityPage, title, component: lazy(() => import('./community.page')) },
    { path: `${communityPage}/join`, ...inside, component: lazy(() => import('./join.page')) },
    { path: `${communityPage}/leave`, ...inside, component: lazy(() => import('./leave.page')) },
    { path: `${communityPage}/settings`, ...inside, component: lazy(() => import('./settings.page')) },
    { path: `${communityPage}/kind`, ...inside, component: lazy(() => import('./kind.page')) },
    { path: `${communityPage}/work`, ...inside, component: lazy(() => import('./work.page')) },
    { path: `${communityPage}/resources`, ...inside, component: lazy(() => import('./resources.page')) },
    { path: `${communityPage}/people`, ...inside, component: lazy(() => import('./people.page')) },
    { path: `${communityPage}/people/add`, ...inside, component: lazy(() => import('./add-person.page')) },
    {
      path: `${communityPage}/people/:member/facilitator`,
      ...inside,
      component: lazy(() => import('./facilitator.page')),
    },
    { path: `${communityPage}/people/:member/remove`, ...inside, component: lazy(() => import('./remove.page')) },
    { path: `${communityPage}/requests/:id`, ...inside, component: lazy(() => import('./request.page')) },
  ],
  entityPages: [{ kind: communityKind, path: communityPage }],
  cards: [
    {
      id: 'communities.of-care-model',
      kinds: ['care-model'],
      place: 'main',
      order: 15,
      component: lazy(() => import('./care-model-community.card')),
    },
    {
      id: 'communities.resources',
      kinds: ['care-model', communityKind],
      place: 'main',
      order: 16,
      component: lazy(() => import('./resources.card')),
    },
    {
      id: 'communities.unanswered-members',
      kinds: ['care-model', communityKind],
      place: 'work-list',
      order: 20,
      component: lazy(() => import('./unanswered-members.card')),
    },
  ],
  actions: [
    {
      id: 'communities.start-thread',
      kinds: [communityKind],
      order: 10,
      signedIn: true,
      component: lazy(() => import('./start-thread.action')),
    },
  ],
  searchResults: [
    { kind: communityKind, typename: 'Community', fragment: CommunityHitFragmentDoc, component: CommunityHit },
  ],
  mentions: [
    {
      kind: communityKind,
      typename: 'Community',
      fragment: CommunityMentionFragmentDoc,
      words: (community: CommunityMentionFragment) => community.name,
    },
  ],
  homeSections: [
    {
      id: 'communities.requests',
      group: 'waiting',
      order: 25,
      insteadOf: [communityAsked.name],
      component: lazy(() => import('./requests-waiting.section')),
    },
  ],
});
