/** The web part of moderation: reporting, what came of it, and the pages of moderators. */
import { lazy, type ComponentType } from 'react';
import { defineWebPlugin } from '@hub/core/web';
import {
  casePage,
  decidedPage,
  moderationEvents,
  moderationPage,
  ownCasePage,
  ownCasesPage,
  reportPage,
  reportsPage,
} from '@hub/plugins/moderation/contract';
import { postPrefix } from '@hub/plugins/threads/contract';
import { pageOfRow } from './addresses';
import { ReportAction } from './report-action';

type PagesForAll = typeof import('./reports/pages');
type PagesForModerators = typeof import('./cases/pages');

/** Two files hold all pages: each file has its cost before the first page, and most who come never need either. */
const forAll = <Name extends keyof PagesForAll>(name: Name) =>
  lazy(() => import('./reports/pages').then((pages) => ({ default: pages[name] })));
const forModerators = <Name extends keyof PagesForModerators>(name: Name) =>
  lazy(() => import('./cases/pages').then((pages) => ({ default: pages[name] })));

const page = (path: string, title: string, component: ComponentType) => ({ path, title, component, signedIn: true });
const own = 'Your reports';
const moderation = 'Moderation';

export const moderationWebPlugin = defineWebPlugin({
  id: 'moderation',
  pages: [
    page(reportPage, own, forAll('ReportPage')),
    page(reportsPage, own, forAll('ReportsPage')),
    page(ownCasesPage, own, forAll('OwnCasesPage')),
    page(ownCasePage, own, forAll('OwnCasePage')),
    page(moderationPage, moderation, forModerators('CasesPage')),
    page(decidedPage, moderation, forModerators('DecidedPage')),
    page(casePage, moderation, forModerators('CasePage')),
    page(`${casePage}/remove`, moderation, forModerators('RemovePage')),
  ],
  actions: [{ id: 'moderation.report', kinds: [postPrefix], order: 90, signedIn: true, component: ReportAction }],
  cards: [
    { id: 'moderation.own-case', kinds: [postPrefix], place: 'moderated', order: 10, component: forAll('OwnCaseCard') },
  ],
  notices: moderationEvents.map(({ name }) => ({ event: name, typename: 'Thread', words: () => null, to: pageOfRow })),
  accountItems: [{ id: 'moderation', order: 25, component: forModerators('ModerationItem') }],
  accountLinks: [
    {
      id: 'moderation.reports',
      order: 60,
      to: reportsPage,
      label: own,
      about: 'What you reported and what came of it, and what moderators decided about what you wrote',
    },
  ],
});
