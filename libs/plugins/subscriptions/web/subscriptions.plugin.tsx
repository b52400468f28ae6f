/** The web part of subscriptions: following anything, and hearing of it. */
import { lazy } from 'react';
import { defineWebPlugin } from '@hub/core/web';
import { stopMailPath } from '@hub/plugins/subscriptions/contract';
import { NotificationsItem } from './notifications-item';

export const subscriptionsWebPlugin = defineWebPlugin({
  id: 'subscriptions',
  pages: [
    { path: '/follow', title: 'Follow', signedIn: true, component: lazy(() => import('./follow.page')) },
    {
      path: '/notifications',
      title: 'Notifications',
      signedIn: true,
      component: lazy(() => import('./notifications.page')),
    },
    {
      path: '/notifications/settings',
      title: 'Notifications',
      signedIn: true,
      component: lazy(() => import('./settings.page')),
    },
    { path: stopMailPath, title: 'Mail', component: lazy(() => import('./stop-mail.page')) },
  ],
  actions: [
    {
      id: 'subscriptions.follow',
      kinds: 'any',
      order: 50,
      signedIn: true,
      component: lazy(() => import('./follow.action')),
    },
  ],
  cards: [
    {
      id: 'subscriptions.follow-here',
      kinds: ['care-model'],
      place: 'welcome',
      order: 10,
      component: lazy(() => import('./follow-here.card')),
    },
  ],
  homeSections: [
    { id: 'subscriptions.waiting', group: 'waiting', order: 10, component: lazy(() => import('./waiting.section')) },
  ],
  listScopes: [
    { list: 'threads.heard', filter: { heard: true } },
    { list: 'threads.unread', filter: { muted: false } },
  ],
  accountLinks: [
    {
      id: 'subscriptions.settings',
      order: 35,
      to: '/notifications/settings',
      label: 'Notification settings',
      about: 'What you follow, and how often mail comes about it',
    },
  ],
  accountItems: [{ id: 'subscriptions.notifications', order: 10, component: NotificationsItem }],
});
