/** When even the frame cannot start: plain words and one way on. */
import { problemOf } from '../apollo/errors';

export function StartProblem({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const isOffline = ['OFFLINE', 'UNREACHABLE'].includes(problemOf(error).code);
  return (
    <div className="nhsuk-width-container">
      <main className="nhsuk-main-wrapper" id="maincontent">
        <h1>{isOffline ? 'The hub cannot be reached' : 'Sorry, there is a problem with the hub'}</h1>
        <p>
          {isOffline
            ? 'Check that you are online. What you wrote is kept in this tab.'
            : 'Try again. If it happens again, come back later.'}
        </p>
        <button className="nhsuk-button" type="button" onClick={onRetry}>
          Try again
        </button>
      </main>
    </div>
  );
}
