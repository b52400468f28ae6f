/** In place of the page on which a session ended: says so, and offers to come back to it. */
import { ButtonLink } from '@hub/ui';
import { Page } from '../shell/page';
import { useSignInAddress } from './sign-in-address';

export function SignedOutPage() {
  const signIn = useSignInAddress();
  return (
    <Page title="You were signed out">
      <p>This happens when you have not used the hub for a while, or when your session was ended somewhere else.</p>
      <p>What you were writing is kept in this tab, and only you will see it again.</p>
      <ButtonLink to={signIn}>Sign in and come back here</ButtonLink>
    </Page>
  );
}
