/** Core's own pages, declared as any plugin declares its pages. */
import { lazy } from 'react';
import { careModelPage } from '@hub/core/contract';
import { loadDemoMembers } from './auth/session';
import { signInPath } from './auth/sign-in-address';
import { careModelName } from './care-models/care-model-list';
import { CareModelMentionFragmentDoc } from './care-models/care-models.generated';
import { defineWebPlugin } from './plugin/define';

export const coreWebPlugin = defineWebPlugin({
  id: 'core',
  pages: [
    {
      path: '/',
      title: 'Home',
      component: lazy(() => import('./home/home.page')),
      nav: { group: 'menu', label: 'Home', order: 0 },
    },
    { path: signInPath, title: 'Sign in', component: lazy(() => import('./auth/sign-in.page')) },
    {
      path: '/care-models',
      title: 'Care models',
      component: lazy(() => import('./care-models/care-models.page')),
      nav: { group: 'menu', label: 'Care models', order: 10 },
    },
    {
      path: careModelPage,
      title: 'Care models',
      component: lazy(() => import('./care-models/care-model.page')),
    },
    { path: '/account', title: 'Account', component: lazy(() => import('./account/account.page')), signedIn: true },
  ],
  signInWays: [
    {
      id: 'core.demonstration',
      order: 90,
      isOffered: async () => (await loadDemoMembers()) !== null,
      component: lazy(() => import('./auth/demonstration.way')),
    },
  ],
  entityPages: [{ kind: 'care-model', path: careModelPage }],
  mentions: [
    { kind: 'care-model', typename: 'ModelType', fragment: CareModelMentionFragmentDoc, words: careModelName },
  ],
});
