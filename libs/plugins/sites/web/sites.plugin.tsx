/** Sites, their people and the programme's history on the web, and what others show of them. */
import { lazy } from 'react';
import { defineWebPlugin } from '@hub/core/web';
import { memberKind, memberPage, siteKind, sitePage, vanguardKind, vanguardPage } from '@hub/plugins/sites/contract';
import { CareModelSiteCount } from './cards/care-model-count';
import { MemberHit } from './member/member-hit';
import { SiteHit } from './site-hit';
import {
  MemberHitFragmentDoc,
  MemberMentionFragmentDoc,
  SiteHitFragmentDoc,
  SiteMentionFragmentDoc,
  VanguardMentionFragmentDoc,
  type MemberMentionFragment,
  type SiteMentionFragment,
  type VanguardMentionFragment,
} from './site-parts.generated';

const title = 'Sites';

export const sitesWebPlugin = defineWebPlugin({
  id: 'sites',
  pages: [
    {
      path: '/sites',
      title,
      component: lazy(() => import('./sites/sites.page')),
      nav: { group: 'menu', label: title, order: 30 },
    },
    { path: sitePage, title, component: lazy(() => import('./site/site.page')) },
    { path: `${sitePage}/compare`, title, component: lazy(() => import('./site/compare.page')), signedIn: true },
    { path: memberPage, title: 'People', component: lazy(() => import('./member/member.page')), signedIn: true },
    {
      path: '/account/profile',
      title: 'Account',
      component: lazy(() => import('./profile/profile.page')),
      signedIn: true,
    },
    {
      path: '/history',
      title: 'History',
      component: lazy(() => import('./history/history.page')),
      nav: { group: 'footer', label: 'The 50 vanguards, 2015 to 2018', order: 10 },
    },
    { path: vanguardPage, title: 'History', component: lazy(() => import('./history/vanguard.page')) },
  ],
  entityPages: [
    { kind: siteKind, path: sitePage },
    { kind: memberKind, path: memberPage },
    { kind: vanguardKind, path: vanguardPage },
  ],
  cards: [
    {
      id: 'sites.care-model-count',
      kinds: ['care-model'],
      place: 'facts',
      order: 10,
      component: CareModelSiteCount,
    },
    {
      id: 'sites.of-care-model',
      kinds: ['care-model'],
      place: 'main',
      order: 40,
      component: lazy(() => import('./cards/care-model-sites')),
    },
  ],
  actions: [
    {
      id: 'sites.compare',
      kinds: ['site'],
      order: 20,
      signedIn: true,
      component: lazy(() => import('./site/compare.action')),
    },
  ],
  searchResults: [
    { kind: 'site', typename: 'Site', fragment: SiteHitFragmentDoc, component: SiteHit },
    { kind: 'member', typename: 'Member', fragment: MemberHitFragmentDoc, component: MemberHit },
  ],
  mentions: [
    {
      kind: 'site',
      typename: 'Site',
      fragment: SiteMentionFragmentDoc,
      words: (site: SiteMentionFragment) => site.name,
    },
    {
      kind: 'member',
      typename: 'Member',
      fragment: MemberMentionFragmentDoc,
      words: (member: MemberMentionFragment) => member.displayName,
    },
    {
      kind: 'vanguard',
      typename: 'Vanguard',
      fragment: VanguardMentionFragmentDoc,
      words: (vanguard: VanguardMentionFragment) => vanguard.name,
    },
  ],
  accountSections: [{ id: 'sites.about-you', order: 10, component: lazy(() => import('./member/about-you.section')) }],
});
