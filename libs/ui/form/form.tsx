/** A form with its error summary. It never checks anything itself: it shows the problems that it is given. */
import type { FormEvent, ReactNode } from 'react';
import { ErrorSummary } from './error-summary';
import { FormContext, FormScopeContext, type FieldProblem } from './form-context';

export interface FormProps {
  readonly onSubmit: () => void;
  /** Refused fields. A problem whose path is no field of the form is shown in the summary without a link. */
  readonly problems?: readonly FieldProblem[];
  /** Names of the form for screen readers, where its heading does not say enough. */
  readonly label?: string;
  readonly className?: string;
  /** What the ids of its fields begin with: given where a page shows 2 forms that ask for the same thing. */
  readonly scope?: string;
  readonly children: ReactNode;
}

/** Shows the summary above the fields and hands each field its own problem. */
export function Form({ onSubmit, problems = [], label, className, scope = 'field', children }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <FormContext value={problems}>
      <FormScopeContext value={scope}>
        <form noValidate onSubmit={submit} aria-label={label} className={className}>
          <ErrorSummary problems={problems} />
          {children}
        </form>
      </FormScopeContext>
    </FormContext>
  );
}
