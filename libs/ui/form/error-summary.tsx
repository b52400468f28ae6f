/** The box above a form that says what to put right. It takes the focus whenever its problems change. */
import { useContext, useEffect, useRef, type MouseEvent } from 'react';
import { fieldId, FormScopeContext, type FieldProblem } from './form-context';

/** Nothing when there are no problems; else the heading, the sentences and a link to each field. */
export function ErrorSummary({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const scope = useContext(FormScopeContext);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;

  return (
    <div className="nhsuk-error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading">There is a problem</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            {problems.map((problem) => (
              <li key={`${problem.path} ${problem.message}`}>
                <a
                  href={`#${fieldId(problem.path, scope)}`}
                  onClick={(event) => goToField(event, fieldId(problem.path, scope))}
                >
                  {problem.message}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

function goToField(event: MouseEvent, id: string): void {
  event.preventDefault();
  const field = document.getElementById(id);
  if (!field) return;
  (field.closest('.nhsuk-form-group') ?? field).scrollIntoView?.();
  field.focus({ preventScroll: true });
}
