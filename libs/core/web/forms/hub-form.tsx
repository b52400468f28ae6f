/** A form that sends a mutation: problems with fields in its summary, all others in a box of their own. */
import { useEffect, type ReactNode } from 'react';
import { Form } from '@hub/ui';
import type { Problem } from '../apollo/errors';
import type { MutationForm } from './mutation-form';
import { MutationProblems } from './mutation-problems';
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

function useErrorTitle(hasError: boolean): void {
  useEffect(() => {
    if (!hasError) return;
    if (!document.title.startsWith('Error: ')) document.title = `Error: ${document.title}`;
    return () => {
      document.title = document.title.replace(/^Error: /, '');
    };
  }, [hasError]);
}
