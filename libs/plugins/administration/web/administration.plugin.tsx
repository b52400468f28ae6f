/** Administration on the web: for administrators alone. For everybody else there is no such page and no link to one. */
import { lazy } from 'react';
import { defineWebPlugin } from '@hub/core/web';
import { communityKind } from '@hub/plugins/communities/contract';
import { siteKind, sitePage } from '@hub/plugins/sites/contract';
import { AdministrationItem } from './administration-item';

const title = 'Administration';

export const administrationWebPlugin = defineWebPlugin({
  id: 'administration',
  pages: [
    { path: '/administration', component: lazy(() => import('./tasks.page')) },
    { path: '/administration/members', component: lazy(() => import('./members/members.page')) },
    { path: '/administration/members/:name', component: lazy(() => import('./members/member.page')) },
    { path: '/administration/members/:name/roles', component: lazy(() => import('./members/roles.page')) },
    { path: '/administration/members/:name/:change', component: lazy(() => import('./members/change.page')) },
    { path: '/administration/access-review', component: lazy(() => import('./members/access-review.page')) },
    { path: '/administration/sites', component: lazy(() => import('./sites/sites.page')) },
    { path: '/administration/domains', component: lazy(() => import('./domains/domains.page')) },
    { path: '/administration/domains/remove', component: lazy(() => import('./domains/remove.page')) },
    { path: '/administration/audit', component: lazy(() => import('./audit/audit.page')) },
    { path: '/administration/audit/print', component: lazy(() => import('./audit/print.page')) },
    { path: '/administration/audit/export', component: lazy(() => import('./audit/export.page')) },
    { path: '/administration/mail', component: lazy(() => import('./mail/mail.page')) },
    { path: '/administration/mail/:id/:change', component: lazy(() => import('./mail/letter.page')) },
    { path: '/administration/glass', component: lazy(() => import('./glass/glass.page')) },
    { path: '/administration/deliveries', component: lazy(() => import('./deliveries/deliveries.page')) },
    { path: '/administration/deliveries/:change', component: lazy(() => import('./deliveries/change.page')) },
    { path: '/administration/operating', component: lazy(() => import('./operating/operating.page')) },
    { path: '/administration/records', component: lazy(() => import('./records/records.page')) },
    { path: '/administration/records/:change', component: lazy(() => import('./records/hold.page')) },
    { path: '/account/trail', component: lazy(() => import('./audit/trail.page')) },
    { path: `${sitePage}/audit`, component: lazy(() => import('./audit/site-audit.page')) },
  ].map((page) => ({ ...page, title: sectionOf(page.path), signedIn: true })),
  cards: [
    {
      id: 'administration.community-audit',
      kinds: [communityKind],
      place: 'log',
      order: 10,
      component: lazy(() => import('./audit/community-audit.card')),
    },
  ],
  actions: [
    {
      id: 'administration.site-audit',
      kinds: [siteKind],
      order: 90,
      signedIn: true,
      component: lazy(() => import('./audit/site-audit.action')),
    },
  ],
  accountLinks: [
    {
      id: 'administration.trail',
      order: 60,
      to: '/account/trail',
      label: 'What was recorded of you',
      about: 'What you did and what was done to your account, as the audit log has it',
    },
  ],
  accountItems: [{ id: 'administration', order: 90, component: AdministrationItem }],
});

function sectionOf(path: string): string {
  if (path.startsWith('/account')) return 'Account';
  return path.startsWith('/administration') ? title : 'Sites';
}
