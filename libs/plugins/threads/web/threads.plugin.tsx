/** The web part of threads: discussions, and their place on the pages of others. */
import { lazy } from 'react';
import { defineWebPlugin } from '@hub/core/web';
import { tagKind, tagPage } from '@hub/core/contract';
import { threadKind, threadPage } from '@hub/plugins/threads/contract';
import { ThreadCount } from './lists/thread-count';
import { ThreadHit } from './lists/thread-hit';
import {
  TagMentionFragmentDoc,
  ThreadHitFragmentDoc,
  ThreadMentionFragmentDoc,
  type TagMentionFragment,
  type ThreadMentionFragment,
} from './thread-parts.generated';

const title = 'Discussions';

export const threadsWebPlugin = defineWebPlugin({
  id: 'threads',
  pages: [
    {
      path: '/discussions',
      title,
      signedIn: true,
      component: lazy(() => import('./lists/thread-list.page')),
      nav: { group: 'menu', label: title, order: 40 },
    },
    { path: '/discussions/new', title, signedIn: true, component: lazy(() => import('./starting/start-thread.page')) },
    {
      path: `${threadPage}/edits/:post`,
      title,
      signedIn: true,
      component: lazy(() => import('./posts/edits.page')),
    },
    {
      path: `${threadPage}/promote/:post`,
      title,
      signedIn: true,
      component: lazy(() => import('./promotion/promote.page')),
    },
    {
      path: `${threadPage}/split`,
      title,
      signedIn: true,
      component: lazy(() => import('./curating/split-thread.page')),
    },
    { path: `${threadPage}/edit`, title, signedIn: true, component: lazy(() => import('./curating/edit-thread.page')) },
    { path: tagPage, title, signedIn: true, component: lazy(() => import('./lists/tag.page')) },
    { path: threadPage, title, signedIn: true, component: lazy(() => import('./thread.page')) },
  ],
  entityPages: [
    { kind: threadKind, path: threadPage },
    { kind: tagKind, path: tagPage },
  ],
  cards: [
    { id: 'threads.count', kinds: ['care-model'], place: 'facts', order: 30, component: ThreadCount },
    {
      id: 'threads.of-care-model',
      kinds: ['care-model'],
      place: 'main',
      order: 20,
      component: lazy(() => import('./lists/care-model-threads.card')),
    },
    {
      id: 'threads.of-community',
      kinds: ['community'],
      place: 'main',
      order: 20,
      component: lazy(() => import('./lists/community-threads.card')),
    },
    {
      id: 'threads.unanswered',
      kinds: ['community', 'care-model'],
      place: 'work-list',
      order: 10,
      component: lazy(() => import('./lists/unanswered.card')),
    },
    {
      id: 'threads.sites-without-reply',
      kinds: ['community', 'care-model'],
      place: 'work-list',
      order: 30,
      component: lazy(() => import('./lists/sites-without-reply.card')),
    },
    {
      id: 'threads.about',
      kinds: ['intervention', 'adaptation', 'evaluation', 'site'],
      place: 'main',
      order: 60,
      component: lazy(() => import('./lists/subject-threads.card')),
    },
    {
      id: 'threads.promotions',
      kinds: ['intervention', 'adaptation'],
      place: 'main',
      order: 55,
      component: lazy(() => import('./promotion/from-discussions.card')),
    },
  ],
  searchResults: [{ kind: 'thread', typename: 'Thread', fragment: ThreadHitFragmentDoc, component: ThreadHit }],
  mentions: [
    {
      kind: 'thread',
      typename: 'Thread',
      fragment: ThreadMentionFragmentDoc,
      words: (thread: ThreadMentionFragment) => thread.title,
    },
    { kind: tagKind, typename: 'Tag', fragment: TagMentionFragmentDoc, words: (tag: TagMentionFragment) => tag.name },
  ],
  homeSections: [
    { id: 'threads.since', group: 'since', order: 20, component: lazy(() => import('./lists/since.section')) },
  ],
});
