/** A form that sends a mutation: problems with fields in its summary, all others in a box of their own. */
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Form } from '@hub/ui';
import { StepUpBox } from '../auth/step-up-box';
import { useSignInAddress } from '../auth/sign-in-address';
import type { Problem } from '../apollo/errors';
import type { MutationForm } from './mutation-form';
import { PatientNotices } from './patient-notices';

interface HubFormProps {
  readonly form: Pick<MutationForm<never>, 'problem'>;
  readonly onSubmit: () => void;
  readonly label?: string;
  /** What the ids of its fields begin with: given where a page shows 2 forms that ask for the same thing. */
  readonly scope?: string;
  readonly children: ReactNode;
}

const noFields: Problem['fields'] = [];

/** Puts the problems of `useMutationForm` where the design says, and "Error: " before the document's title. */
export function HubForm({ form, onSubmit, label, scope, children }: HubFormProps) {
  const { problem } = form;
  useErrorTitle(problem !== null && problem.code !== 'CONFLICT' && !problem.again);
  return (
    <>
      <MutationProblems problem={problem} />
      <Form {...{ onSubmit, label, scope }} problems={problem?.fields ?? noFields}>
        <PatientNotices suspected={problem?.suspected ?? null}>{children}</PatientNotices>
      </Form>
    </>
  );
}

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

function useErrorTitle(hasError: boolean): void {
  useEffect(() => {
    if (!hasError) return;
    if (!document.title.startsWith('Error: ')) document.title = `Error: ${document.title}`;
    return () => {
      document.title = document.title.replace(/^Error: /, '');
    };
  }, [hasError]);
}
