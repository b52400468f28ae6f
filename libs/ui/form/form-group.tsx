/** Label, hint, error and control in their fixed order, with the ids that tie them together. */
import type { ReactNode } from 'react';
import { useFieldError, useFieldId } from './form-context';

export interface FieldProps {
  /** The field's name in the form: the path by which a problem with it is reported. */
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly labelSize?: 's' | 'm' | 'l';
  /** Makes the label the page's h1, on pages that ask one question. */
  readonly isPageHeading?: boolean;
}

export interface ControlIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FormGroupProps extends FieldProps {
  readonly describedBy?: string;
  readonly className?: string;
  readonly children: (ids: ControlIds, error: string | undefined) => ReactNode;
}

/** One labelled control. */
export function FormGroup({
  name,
  label,
  hint,
  labelSize,
  isPageHeading,
  describedBy,
  className,
  children,
}: FormGroupProps) {
  const error = useFieldError(name);
  const id = useFieldId(name);
  const described = [hint && `${id}-hint`, error && `${id}-error`, describedBy].filter(Boolean).join(' ');
  const labelElement = (
    <label className={`nhsuk-label${labelSize ? ` nhsuk-label--${labelSize}` : ''}`} htmlFor={id}>
      {label}
    </label>
  );
  return (
    <div className={`nhsuk-form-group${error ? ' nhsuk-form-group--error' : ''}${className ? ` ${className}` : ''}`}>
      {isPageHeading ? (
        <h1 className="nhsuk-label-wrapper" tabIndex={-1}>
          {labelElement}
        </h1>
      ) : (
        labelElement
      )}
      {hint && (
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <FieldError id={id} error={error} />
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined }, error)}
    </div>
  );
}

/** The sentence beside a field. */
export function FieldError({ id, error }: { readonly id: string; readonly error: string | undefined }) {
  if (!error) return null;
  return (
    <span className="nhsuk-error-message" id={`${id}-error`}>
      <span className="nhsuk-u-visually-hidden">Error: </span>
      {error}
    </span>
  );
}
