/** Pages for what went wrong, inside the normal frame: the menu still works. */
import { Link } from 'react-router';
import { Button } from '@hub/ui';
import { asksForSecondStep, problemOf, type Problem } from '../apollo/errors';
import { StepUpBox } from '../auth/step-up-box';
import { useSignInAddress } from '../auth/sign-in-address';
import { Page } from './page';

/** "Page not found", whatever the reason. */
export function NotFound() {
  return (
    <Page title="Page not found">
      <p>If you typed the address, check that it is correct.</p>
      <p>If you pasted it, check that you copied all of it.</p>
      <p>
        You can <Link to="/search">search the hub</Link> or go to the <Link to="/">home page</Link>.
      </p>
    </Page>
  );
}

/** Whatever a page threw, in words with a next step. */
export function PageProblem({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const problem = problemOf(error);
  switch (problem.code) {
    case 'NOT_FOUND':
    case 'BAD_USER_INPUT':
      return <NotFound />;
    case 'UNAUTHENTICATED':
      return <SignInFirst />;
    case 'FORBIDDEN':
      if (asksForSecondStep(problem)) return <ConfirmFirst problem={problem} onConfirmed={onRetry} />;
      return <Failed title="You cannot see this now" message={problem.message} onRetry={onRetry} />;
    case 'RATE_LIMITED':
      return <Failed title="You cannot see this now" message={problem.message} onRetry={onRetry} />;
    case 'SERVICE_UNAVAILABLE':
      return <Failed title="The hub is busy" message={problem.message} onRetry={onRetry} />;
    case 'UNREACHABLE':
      return (
        <Failed
          title="The hub cannot be reached"
          message="Check that you are online, then try again."
          onRetry={onRetry}
        />
      );
    case 'OFFLINE':
      return <Failed title="You are offline" message={problem.message} onRetry={onRetry} />;
    default:
      return (
        <Failed
          title="Sorry, there is a problem with the hub"
          message="Try again. If it happens again, come back later."
          onRetry={onRetry}
        />
      );
  }
}

function SignInFirst() {
  const signIn = useSignInAddress();
  return (
    <Page title="Sign in to see this page">
      <p>
        <Link to={signIn}>Sign in and come back here</Link>
      </p>
    </Page>
  );
}

function ConfirmFirst({ problem, onConfirmed }: { readonly problem: Problem; readonly onConfirmed: () => void }) {
  return (
    <Page title="Before you can see this">
      <StepUpBox problem={problem} onConfirmed={onConfirmed} />
    </Page>
  );
}

function Failed({
  title,
  message,
  onRetry,
}: {
  readonly title: string;
  readonly message: string;
  readonly onRetry: () => void;
}) {
  return (
    <Page title={title}>
      <p>{message}</p>
      <Button onClick={onRetry}>Try again</Button>
    </Page>
  );
}
