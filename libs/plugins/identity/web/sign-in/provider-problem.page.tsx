/** What somebody reads who went to the provider to sign in and is not signed in: what happened, and the ways on. */
import { Link, Navigate } from 'react-router';
import { Page, pageOfOurs, signInAddress } from '@hub/core/web';
import ProviderWay from './provider.way';

interface Words {
  readonly title: string;
  readonly sentence: string;
  /** Whether it is worth trying the same again at once. */
  readonly canRetry: boolean;
}

const problems: Readonly<Record<string, Words>> = {
  'did-not-work': {
    title: 'You are not signed in',
    sentence:
      'Signing in was stopped there, took too long, or was begun in another browser. Nothing of yours was changed.',
    canRetry: true,
  },
  'provider-away': {
    title: 'Your organisation’s sign-in does not answer',
    sentence: 'This is not a fault of yours. Try again in a few minutes, or sign in another way in the meantime.',
    canRetry: true,
  },
  'too-many': {
    title: 'Too many people are signing in from here',
    sentence: 'Wait a few minutes before you try again, or sign in another way in the meantime.',
    canRetry: false,
  },
};

export default function ProviderProblemPage() {
  const words = problems[told('sign-in-problem') ?? ''];
  const returnTo = pageOfOurs(told('return'), '/');
  const address = signInAddress(returnTo);
  if (!words) return <Navigate to={address} replace />;
  return (
    <Page title={words.title} breadcrumbs={[{ to: '/', label: 'Home' }]}>
      <p>{words.sentence}</p>
      {words.canRetry && <ProviderWay returnTo={returnTo} />}
      <p>
        <Link to={address}>Another way to sign in</Link>
      </p>
    </Page>
  );
}

/** What the hub wrote into the page of this address. */
function told(name: string): string | null {
  return document.querySelector(`meta[name="hub-${name}"]`)?.getAttribute('content') ?? null;
}
