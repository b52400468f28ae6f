/** The web part of membership: the people of a site, the ways in, new sites, and the welcome of newcomers. */
import { lazy } from 'react';
import { defineWebPlugin } from '@hub/core/web';
import { invitationPage, joinAsked, peoplePage, proposalsPage, welcomePage } from '@hub/plugins/membership/contract';
import { siteKind, sitePage } from '@hub/plugins/sites/contract';

const title = 'Sites';

export const membershipWebPlugin = defineWebPlugin({
  id: 'membership',
  pages: [
    { path: peoplePage, title, signedIn: true, component: lazy(() => import('./people/people.page')) },
    { path: `${peoplePage}/invite`, title, signedIn: true, component: lazy(() => import('./people/invite.page')) },
    { path: `${peoplePage}/:member/role`, title, signedIn: true, component: lazy(() => import('./people/role.page')) },
    {
      path: `${peoplePage}/:member/remove`,
      title,
      signedIn: true,
      component: lazy(() => import('./people/remove.page')),
    },
    { path: `${sitePage}/leave`, title, signedIn: true, component: lazy(() => import('./people/leave.page')) },
    { path: `${sitePage}/join`, title, signedIn: true, component: lazy(() => import('./joining/join.page')) },
    {
      path: `${sitePage}/requests/:id`,
      title,
      signedIn: true,
      component: lazy(() => import('./joining/request.page')),
    },
    { path: invitationPage, title: 'Invitation', component: lazy(() => import('./invitation/invitation.page')) },
    { path: '/propose-a-site', title, signedIn: true, component: lazy(() => import('./proposals/propose.page')) },
    { path: proposalsPage, title, signedIn: true, component: lazy(() => import('./proposals/proposals.page')) },
    {
      path: `${proposalsPage}/:id`,
      title,
      signedIn: true,
      component: lazy(() => import('./proposals/proposal.page')),
    },
    { path: welcomePage, title: 'Welcome', signedIn: true, component: lazy(() => import('./welcome/welcome.page')) },
  ],
  actions: [
    {
      id: 'membership.belonging',
      kinds: [siteKind],
      order: 30,
      signedIn: true,
      component: lazy(() => import('./joining/membership.action')),
    },
    {
      id: 'membership.invite',
      kinds: [siteKind, 'intervention', 'adaptation'],
      order: 60,
      signedIn: true,
      component: lazy(() => import('./joining/invite.action')),
    },
  ],
  homeSections: [
    {
      id: 'membership.first-steps',
      group: 'waiting',
      order: 5,
      component: lazy(() => import('./home/first-steps.section')),
    },
    {
      id: 'membership.requests',
      group: 'waiting',
      order: 20,
      insteadOf: [joinAsked.name],
      component: lazy(() => import('./home/requests-waiting.section')),
    },
    {
      id: 'membership.proposals',
      group: 'waiting',
      order: 30,
      component: lazy(() => import('./home/proposals-waiting.section')),
    },
  ],
});
