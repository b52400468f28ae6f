/** What went wrong with something that was sent, where it is not about a field. */
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { StepUpBox } from '../auth/step-up-box';
import { useSignInAddress } from '../auth/sign-in-address';
import type { Problem } from '../apollo/errors';

/** A problem that is not about fields: it takes the focus and says the next step. Conflicts are left to the page. */
export function MutationProblems({ problem }: { readonly problem: Problem | null }) {
  const box = useRef<HTMLDivElement>(null);
  const signIn = useSignInAddress();
  const isShown = problem !== null && problem.fields.length === 0 && problem.code !== 'CONFLICT';
  useEffect(() => {
    if (isShown) box.current?.focus();
  }, [isShown, problem]);
  if (!isShown) return null;
  if (problem.again) return <StepUpBox problem={problem} onConfirmed={() => void problem.again?.()} />;
  return (
    <div className="nhsuk-error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading">There is a problem</h2>
        <div className="nhsuk-error-summary__body">
          <p>{problem.message}</p>
          {problem.code === 'UNAUTHENTICATED' && (
            <p>
              <Link to={signIn}>Sign in and come back here</Link>
            </p>
          )}
        </div>
      </div>
    </div>
  );
}
