/** The web part of identity: the ways to sign in, and the pages about one's own account. */
import { lazy } from 'react';
import { defineWebPlugin } from '@hub/core/web';
import { hasNoAdministrator, isByCode, isByProvider } from './sign-in/ways';

const title = 'Account';

/** The hub answers with this page at the very addresses between it and the provider. */
const ProviderProblem = lazy(() => import('./sign-in/provider-problem.page'));

export const identityWebPlugin = defineWebPlugin({
  id: 'identity',
  signInWays: [
    {
      id: 'identity.first-administrator',
      order: 10,
      isRemark: true,
      isOffered: hasNoAdministrator,
      component: lazy(() => import('./sign-in/first-administrator.remark')),
    },
    {
      id: 'identity.provider',
      order: 20,
      isOffered: isByProvider,
      component: lazy(() => import('./sign-in/provider.way')),
    },
    {
      id: 'identity.code',
      order: 30,
      isOffered: isByCode,
      component: lazy(() => import('./sign-in/code.way')),
      steps: {
        code: lazy(() => import('./sign-in/code.step')),
        'second-factor': lazy(() => import('./sign-in/second-factor.step')),
      },
    },
  ],
  stepUp: lazy(() => import('./second-step/step-up')),
  accountLinks: [
    {
      id: 'identity.sessions',
      order: 10,
      to: '/account/sessions',
      label: 'Where you are signed in',
      about: 'Your devices, and how to sign out of those that you are not at',
    },
    {
      id: 'identity.second-step',
      order: 20,
      to: '/account/second-step',
      label: 'Second step',
      about: 'A code from an app on your phone, asked for when you sign in',
    },
    {
      id: 'identity.email',
      order: 30,
      to: '/account/email',
      label: 'E-mail address',
      about: 'The address by which you sign in and to which the hub writes',
    },
    {
      id: 'identity.tokens',
      order: 40,
      to: '/account/api-tokens',
      label: 'API tokens',
      about: 'For programs that read or write in your name',
    },
    {
      id: 'identity.data',
      order: 50,
      to: '/account/your-data',
      label: 'Your data',
      about: 'A copy of all that the hub keeps of you, and how to be erased',
    },
  ],
  pages: [
    { path: '/account/sessions', title, signedIn: true, component: lazy(() => import('./sessions/sessions.page')) },
    {
      path: '/account/second-step',
      title,
      signedIn: true,
      component: lazy(() => import('./second-step/second-step.page')),
    },
    { path: '/account/email', title, signedIn: true, component: lazy(() => import('./email/email.page')) },
    {
      path: '/account/confirm-email',
      title,
      signedIn: true,
      component: lazy(() => import('./email/confirm-email.page')),
    },
    { path: '/account/api-tokens', title, signedIn: true, component: lazy(() => import('./tokens/tokens.page')) },
    {
      path: '/account/api-tokens/new',
      title,
      signedIn: true,
      component: lazy(() => import('./tokens/new-token.page')),
    },
    { path: '/account/your-data', title, signedIn: true, component: lazy(() => import('./data/your-data.page')) },
    { path: '/account/erase', title, signedIn: true, component: lazy(() => import('./data/erase.page')) },
    ...['/auth/oidc/callback', '/auth/oidc/start'].map((path) => ({
      path,
      title: 'Sign in',
      component: ProviderProblem,
    })),
    { path: '/erased', title: 'Erased', component: lazy(() => import('./data/erased.page')) },
  ],
});
