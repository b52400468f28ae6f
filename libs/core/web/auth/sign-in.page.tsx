/** Signing in: the ways that this hub has, one below the other, or the step of one of them. */
import { use, useEffect } from 'react';
import { useLocation } from 'react-router';
import { useRegistry } from '../plugin/registry-context';
import { Page } from '../shell/page';
import { PartBoundary } from '../slots/part-boundary';
import { forgetOfferedWays, offeredWays } from './offered-ways';
import { returnIn } from './sign-in-address';

export default function SignInPage() {
  const { search } = useLocation();
  const { signInWays } = useRegistry();
  const step = new URLSearchParams(search).get('step') ?? '';
  const Step = signInWays.find((way) => way.steps && Object.hasOwn(way.steps, step))?.steps?.[step];
  const returnTo = returnIn(search);
  return Step ? <Step returnTo={returnTo} /> : <SignInWays returnTo={returnTo} />;
}

function SignInWays({ returnTo }: { readonly returnTo: string }) {
  const offered = use(offeredWays(useRegistry().signInWays));
  useEffect(() => forgetOfferedWays, []);
  const hasWay = offered.some((way) => !way.isRemark);
  const inOrder = offered.toSorted((a, b) => Number(b.isRemark ?? false) - Number(a.isRemark ?? false));
  return (
    <Page title="Sign in" breadcrumbs={[{ to: '/', label: 'Home' }]}>
      {inOrder.map(({ id, component: Way }) => (
        <PartBoundary key={id} what="this way to sign in">
          <Way returnTo={returnTo} />
        </PartBoundary>
      ))}
      {!hasWay && (
        <>
          <p>Signing in is not set up on this hub yet. Ask the person who runs it for your network.</p>
          <p>What sites have made public can be read without signing in.</p>
        </>
      )}
    </Page>
  );
}
